CREATE TABLE `own_services` (
	`id` text PRIMARY KEY NOT NULL,
	`stated_by` text NOT NULL,
	`name` text NOT NULL,
	`sector` text NOT NULL,
	`about` text NOT NULL,
	`takes` text NOT NULL,
	`from_age` integer,
	`to_age` integer,
	`run_by` text DEFAULT '' NOT NULL,
	`needs` text DEFAULT '[]' NOT NULL,
	`audiences` text DEFAULT '["anyone"]' NOT NULL,
	`areas` text DEFAULT '[]' NOT NULL,
	`living` text DEFAULT 'either' NOT NULL,
	`parental_agreement` text DEFAULT 'not stated' NOT NULL,
	`route` text DEFAULT 'Waymark' NOT NULL,
	`how_to_refer` text DEFAULT '' NOT NULL,
	`hours` text DEFAULT '' NOT NULL,
	`languages` text DEFAULT '[]' NOT NULL,
	`cost` text DEFAULT '' NOT NULL,
	`telephone` text DEFAULT '' NOT NULL,
	`email` text DEFAULT '' NOT NULL,
	`website` text DEFAULT '' NOT NULL,
	`capacity` text DEFAULT 'not stated' NOT NULL,
	`wait_weeks` integer,
	`capacity_stated_at` integer,
	`places` text DEFAULT '[]' NOT NULL,
	`confidential` integer DEFAULT false NOT NULL,
	`assured_on` text,
	`stated_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`stated_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `received_restrictions` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`referral_id` text NOT NULL,
	`restricted` integer NOT NULL,
	`why` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`referral_id`) REFERENCES `received_referrals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `received_restrictions_by_referral` ON `received_restrictions` (`referral_id`);--> statement-breakpoint
CREATE TABLE `received_workers` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`referral_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`works` integer NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`referral_id`) REFERENCES `received_referrals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `received_workers_by_referral` ON `received_workers` (`referral_id`);--> statement-breakpoint
CREATE TABLE `referral_drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`record` text NOT NULL,
	`recipients` text NOT NULL,
	`made_by` text NOT NULL,
	`made_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `referral_drafts_by_case` ON `referral_drafts` (`case_id`);--> statement-breakpoint
CREATE TABLE `report_answers` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`report_id` text NOT NULL,
	`state` text NOT NULL,
	`says` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `report_answers_by_report` ON `report_answers` (`report_id`);--> statement-breakpoint
CREATE TABLE `report_turns` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`report_id` text NOT NULL,
	`state` text NOT NULL,
	`says` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	`staff_id` text NOT NULL,
	`concern_id` text,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `report_turns_by_report` ON `report_turns` (`report_id`);--> statement-breakpoint
CREATE TABLE `reports_received` (
	`id` text PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`child_name` text NOT NULL,
	`child_born_on` text NOT NULL,
	`says` text NOT NULL,
	`childs_words` text NOT NULL,
	`child_knows` text NOT NULL,
	`safe_contact` text NOT NULL,
	`urgency` text NOT NULL,
	`sent_at` integer NOT NULL,
	`sender_id` text,
	`sender_name` text NOT NULL,
	`written_by` text NOT NULL,
	`reach` text NOT NULL,
	`received_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `reports_received_reference_unique` ON `reports_received` (`reference`);--> statement-breakpoint
CREATE TABLE `reports_sent` (
	`id` text PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`child_name` text NOT NULL,
	`child_born_on` text NOT NULL,
	`says` text NOT NULL,
	`childs_words` text NOT NULL,
	`child_knows` text NOT NULL,
	`safe_contact` text NOT NULL,
	`urgency` text NOT NULL,
	`sent_at` integer NOT NULL,
	`recipient_id` text NOT NULL,
	`recipient_name` text NOT NULL,
	`written_by` text NOT NULL,
	`message_id` text NOT NULL,
	`form_key` text NOT NULL,
	FOREIGN KEY (`written_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `reports_sent_reference_unique` ON `reports_sent` (`reference`);--> statement-breakpoint
CREATE UNIQUE INDEX `reports_sent_message_id_unique` ON `reports_sent` (`message_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `reports_sent_form_key_unique` ON `reports_sent` (`form_key`);--> statement-breakpoint
CREATE TABLE `sharing_answers` (
	`id` text PRIMARY KEY NOT NULL,
	`referral_id` text NOT NULL,
	`found` text NOT NULL,
	`field` text NOT NULL,
	`answer` text NOT NULL,
	`why` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `sharing_answers_by_referral` ON `sharing_answers` (`referral_id`);--> statement-breakpoint
CREATE TABLE `sharing_decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`choice` text NOT NULL,
	`with_whom` text NOT NULL,
	`basis` text NOT NULL,
	`child_told` text NOT NULL,
	`parents_told` text NOT NULL,
	`why` text NOT NULL,
	`referral_id` text,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `sharing_by_case` ON `sharing_decisions` (`case_id`);--> statement-breakpoint
CREATE TABLE `standard_turns` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`turn_id` text NOT NULL,
	`standard_id` text NOT NULL,
	`answer` text NOT NULL,
	`says` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `standard_turns_turn_id_unique` ON `standard_turns` (`turn_id`);--> statement-breakpoint
CREATE INDEX `standard_turns_by_standard` ON `standard_turns` (`standard_id`);--> statement-breakpoint
CREATE TABLE `standards` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`partner_id` text NOT NULL,
	`partner_name` text NOT NULL,
	`proposed_here` integer NOT NULL,
	`opens_within` integer NOT NULL,
	`decides_within` integer NOT NULL,
	`begins_within` integer NOT NULL,
	`contacts` text NOT NULL,
	`criteria` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `standards_id_unique` ON `standards` (`id`);--> statement-breakpoint
CREATE INDEX `standards_by_partner` ON `standards` (`partner_id`);--> statement-breakpoint
CREATE TABLE `__new_received_events` (
	`number` integer PRIMARY KEY NOT NULL,
	`step_id` text NOT NULL,
	`state` text NOT NULL,
	`side` text NOT NULL,
	`reason` text,
	`says` text NOT NULL,
	`supports` text DEFAULT '' NOT NULL,
	`due_on` text,
	`heard_by` text DEFAULT '' NOT NULL,
	`by` text NOT NULL,
	`staff_id` text,
	`at` integer NOT NULL,
	`referral_id` text NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`referral_id`) REFERENCES `received_referrals`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
-- What was before steps had an id gets one that both sides make alike: each step was taken once.
INSERT INTO `__new_received_events`("number", "step_id", "state", "side", "reason", "says", "by", "staff_id", "at", "referral_id") SELECT "number", "referral_id" || ':' || "state", "state", 'service', "reason", "says", (SELECT "name" FROM `staff` WHERE "id" = "staff_id"), "staff_id", "at", "referral_id" FROM `received_events`;--> statement-breakpoint
DROP TABLE `received_events`;--> statement-breakpoint
ALTER TABLE `__new_received_events` RENAME TO `received_events`;--> statement-breakpoint
CREATE UNIQUE INDEX `received_events_step_id_unique` ON `received_events` (`step_id`);--> statement-breakpoint
CREATE INDEX `received_events_by_referral` ON `received_events` (`referral_id`);--> statement-breakpoint
CREATE TABLE `__new_referral_events` (
	`number` integer PRIMARY KEY NOT NULL,
	`step_id` text NOT NULL,
	`state` text NOT NULL,
	`side` text NOT NULL,
	`reason` text,
	`says` text NOT NULL,
	`supports` text DEFAULT '' NOT NULL,
	`due_on` text,
	`heard_by` text DEFAULT '' NOT NULL,
	`by` text NOT NULL,
	`staff_id` text,
	`at` integer NOT NULL,
	`referral_id` text NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`referral_id`) REFERENCES `referrals`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_referral_events`("number", "step_id", "state", "side", "reason", "says", "by", "at", "referral_id") SELECT "number", "referral_id" || ':' || "state", "state", iif("state" = 'not understood', 'post', 'service'), "reason", "says", "by", "at", "referral_id" FROM `referral_events`;--> statement-breakpoint
DROP TABLE `referral_events`;--> statement-breakpoint
ALTER TABLE `__new_referral_events` RENAME TO `referral_events`;--> statement-breakpoint
CREATE UNIQUE INDEX `referral_events_step_id_unique` ON `referral_events` (`step_id`);--> statement-breakpoint
CREATE INDEX `referral_events_by_referral` ON `referral_events` (`referral_id`);--> statement-breakpoint
ALTER TABLE `received_referrals` ADD `layout` text DEFAULT 'neutral' NOT NULL;--> statement-breakpoint
ALTER TABLE `received_referrals` ADD `sections` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `received_referrals` ADD `urgency` text DEFAULT 'routine' NOT NULL;--> statement-breakpoint
ALTER TABLE `received_referrals` ADD `answer_by` text;--> statement-breakpoint
ALTER TABLE `received_referrals` ADD `times_before` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `received_referrals` ADD `joint_with` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `referrals` ADD `way` text DEFAULT 'Waymark' NOT NULL;--> statement-breakpoint
ALTER TABLE `referrals` ADD `layout` text DEFAULT 'neutral' NOT NULL;--> statement-breakpoint
ALTER TABLE `referrals` ADD `sections` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `referrals` ADD `record` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `referrals` ADD `urgency` text DEFAULT 'routine' NOT NULL;--> statement-breakpoint
ALTER TABLE `referrals` ADD `answer_by` text;--> statement-breakpoint
ALTER TABLE `referrals` ADD `joint_id` text;--> statement-breakpoint
ALTER TABLE `referrals` ADD `repeats` text;--> statement-breakpoint
CREATE INDEX `referrals_by_joint` ON `referrals` (`joint_id`);--> statement-breakpoint
CREATE TRIGGER `received_events_never_changed` BEFORE UPDATE ON `received_events` BEGIN SELECT RAISE(ABORT, 'What stands in received_events is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `received_events_never_removed` BEFORE DELETE ON `received_events` BEGIN SELECT RAISE(ABORT, 'What stands in received_events is never removed'); END;--> statement-breakpoint
CREATE TRIGGER `referral_events_never_changed` BEFORE UPDATE ON `referral_events` BEGIN SELECT RAISE(ABORT, 'What stands in referral_events is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `referral_events_never_removed` BEFORE DELETE ON `referral_events` BEGIN SELECT RAISE(ABORT, 'What stands in referral_events is never removed'); END;--> statement-breakpoint
CREATE TRIGGER `received_restrictions_never_changed` BEFORE UPDATE ON `received_restrictions` BEGIN SELECT RAISE(ABORT, 'What stands in received_restrictions is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `received_restrictions_never_removed` BEFORE DELETE ON `received_restrictions` BEGIN SELECT RAISE(ABORT, 'What stands in received_restrictions is never removed'); END;--> statement-breakpoint
CREATE TRIGGER `received_workers_never_changed` BEFORE UPDATE ON `received_workers` BEGIN SELECT RAISE(ABORT, 'What stands in received_workers is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `received_workers_never_removed` BEFORE DELETE ON `received_workers` BEGIN SELECT RAISE(ABORT, 'What stands in received_workers is never removed'); END;--> statement-breakpoint
CREATE TRIGGER `report_answers_never_changed` BEFORE UPDATE ON `report_answers` BEGIN SELECT RAISE(ABORT, 'What stands in report_answers is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `report_answers_never_removed` BEFORE DELETE ON `report_answers` BEGIN SELECT RAISE(ABORT, 'What stands in report_answers is never removed'); END;--> statement-breakpoint
CREATE TRIGGER `report_turns_never_changed` BEFORE UPDATE ON `report_turns` BEGIN SELECT RAISE(ABORT, 'What stands in report_turns is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `report_turns_never_removed` BEFORE DELETE ON `report_turns` BEGIN SELECT RAISE(ABORT, 'What stands in report_turns is never removed'); END;--> statement-breakpoint
CREATE TRIGGER `reports_received_never_changed` BEFORE UPDATE ON `reports_received` BEGIN SELECT RAISE(ABORT, 'What stands in reports_received is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `reports_received_never_removed` BEFORE DELETE ON `reports_received` BEGIN SELECT RAISE(ABORT, 'What stands in reports_received is never removed'); END;--> statement-breakpoint
CREATE TRIGGER `reports_sent_never_changed` BEFORE UPDATE ON `reports_sent` BEGIN SELECT RAISE(ABORT, 'What stands in reports_sent is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `reports_sent_never_removed` BEFORE DELETE ON `reports_sent` BEGIN SELECT RAISE(ABORT, 'What stands in reports_sent is never removed'); END;--> statement-breakpoint
CREATE TRIGGER `sharing_answers_never_changed` BEFORE UPDATE ON `sharing_answers` BEGIN SELECT RAISE(ABORT, 'What stands in sharing_answers is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `sharing_answers_never_removed` BEFORE DELETE ON `sharing_answers` BEGIN SELECT RAISE(ABORT, 'What stands in sharing_answers is never removed'); END;--> statement-breakpoint
CREATE TRIGGER `sharing_decisions_never_changed` BEFORE UPDATE ON `sharing_decisions` BEGIN SELECT RAISE(ABORT, 'What stands in sharing_decisions is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `sharing_decisions_never_removed` BEFORE DELETE ON `sharing_decisions` BEGIN SELECT RAISE(ABORT, 'What stands in sharing_decisions is never removed'); END;--> statement-breakpoint
CREATE TRIGGER `standard_turns_never_changed` BEFORE UPDATE ON `standard_turns` BEGIN SELECT RAISE(ABORT, 'What stands in standard_turns is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `standard_turns_never_removed` BEFORE DELETE ON `standard_turns` BEGIN SELECT RAISE(ABORT, 'What stands in standard_turns is never removed'); END;--> statement-breakpoint
CREATE TRIGGER `standards_never_changed` BEFORE UPDATE ON `standards` BEGIN SELECT RAISE(ABORT, 'What stands in standards is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `standards_never_removed` BEFORE DELETE ON `standards` BEGIN SELECT RAISE(ABORT, 'What stands in standards is never removed'); END;
