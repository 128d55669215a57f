CREATE TABLE `staff` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`job` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `case_concerns` (
	`case_id` text NOT NULL,
	`concern_id` text NOT NULL,
	PRIMARY KEY(`case_id`, `concern_id`),
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`concern_id`) REFERENCES `concerns`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `cases` (
	`id` text PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`pupil_id` text NOT NULL,
	`opened_by` text NOT NULL,
	`opened_at` integer NOT NULL,
	FOREIGN KEY (`pupil_id`) REFERENCES `pupils`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`opened_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `cases_reference_unique` ON `cases` (`reference`);--> statement-breakpoint
CREATE UNIQUE INDEX `cases_pupil_id_unique` ON `cases` (`pupil_id`);--> statement-breakpoint
CREATE TABLE `chronology` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`kind` text NOT NULL,
	`says` text NOT NULL,
	`about` text,
	`staff_id` text,
	`from` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `chronology_by_case` ON `chronology` (`case_id`,`at`);--> statement-breakpoint
CREATE TABLE `concern_pupils` (
	`concern_id` text NOT NULL,
	`pupil_id` text NOT NULL,
	PRIMARY KEY(`concern_id`, `pupil_id`),
	FOREIGN KEY (`concern_id`) REFERENCES `concerns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pupil_id`) REFERENCES `pupils`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `concerns_by_pupil` ON `concern_pupils` (`pupil_id`);--> statement-breakpoint
CREATE TABLE `concerns` (
	`id` text PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`noticed_on` text NOT NULL,
	`noticed_time` text,
	`place` text NOT NULL,
	`seen_or_heard` text NOT NULL,
	`childs_words` text NOT NULL,
	`done_already` text NOT NULL,
	`urgency` text NOT NULL,
	`logged_by` text NOT NULL,
	`logged_at` integer NOT NULL,
	`form_key` text NOT NULL,
	FOREIGN KEY (`logged_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `concerns_reference_unique` ON `concerns` (`reference`);--> statement-breakpoint
CREATE UNIQUE INDEX `concerns_form_key_unique` ON `concerns` (`form_key`);--> statement-breakpoint
CREATE INDEX `concerns_by_time` ON `concerns` (`logged_at`);--> statement-breakpoint
CREATE TABLE `triages` (
	`concern_id` text PRIMARY KEY NOT NULL,
	`decision` text NOT NULL,
	`why` text NOT NULL,
	`decided_by` text NOT NULL,
	`decided_at` integer NOT NULL,
	FOREIGN KEY (`concern_id`) REFERENCES `concerns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `deliveries` (
	`message_id` text PRIMARY KEY NOT NULL,
	`delivered_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `incoming` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`version` integer NOT NULL,
	`sender_id` text NOT NULL,
	`body` text NOT NULL,
	`received_at` integer NOT NULL,
	`problem` text
) STRICT;
--> statement-breakpoint
CREATE TABLE `outgoing` (
	`number` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`version` integer NOT NULL,
	`recipient_id` text NOT NULL,
	`body` text NOT NULL,
	`sent_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `outgoing_id_unique` ON `outgoing` (`id`);--> statement-breakpoint
CREATE INDEX `outgoing_by_recipient` ON `outgoing` (`recipient_id`);--> statement-breakpoint
CREATE TABLE `households` (
	`id` text PRIMARY KEY NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `ledger` (
	`number` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`staff_id` text NOT NULL,
	`session_id` text NOT NULL,
	`did` text NOT NULL,
	`object` text NOT NULL,
	`object_id` text NOT NULL,
	`hash` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `pupils` (
	`id` text PRIMARY KEY NOT NULL,
	`admission_number` text NOT NULL,
	`given_name` text NOT NULL,
	`family_name` text NOT NULL,
	`born_on` text NOT NULL,
	`year` integer NOT NULL,
	`form` text NOT NULL,
	`household_id` text NOT NULL,
	`findable` text NOT NULL,
	FOREIGN KEY (`household_id`) REFERENCES `households`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `pupils_admission_number_unique` ON `pupils` (`admission_number`);--> statement-breakpoint
CREATE INDEX `pupils_by_household` ON `pupils` (`household_id`);--> statement-breakpoint
CREATE TABLE `received_events` (
	`number` integer PRIMARY KEY NOT NULL,
	`referral_id` text NOT NULL,
	`state` text NOT NULL,
	`reason` text,
	`says` text NOT NULL,
	`staff_id` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`referral_id`) REFERENCES `received_referrals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `received_events_by_referral` ON `received_events` (`referral_id`);--> statement-breakpoint
CREATE TABLE `received_referrals` (
	`id` text PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`sender_id` text NOT NULL,
	`sender_name` text NOT NULL,
	`sent_by` text NOT NULL,
	`sent_at` integer NOT NULL,
	`received_at` integer NOT NULL,
	`child_name` text NOT NULL,
	`child_born_on` text NOT NULL,
	`child_year` integer NOT NULL,
	`reason` text NOT NULL,
	`hoped_for` text NOT NULL,
	`childs_wishes` text NOT NULL,
	`agreement` text NOT NULL,
	`agreement_note` text NOT NULL,
	`safe_contact` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `received_referrals_reference_unique` ON `received_referrals` (`reference`);--> statement-breakpoint
CREATE TABLE `referral_events` (
	`number` integer PRIMARY KEY NOT NULL,
	`referral_id` text NOT NULL,
	`state` text NOT NULL,
	`reason` text,
	`says` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`referral_id`) REFERENCES `referrals`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `referral_events_by_referral` ON `referral_events` (`referral_id`);--> statement-breakpoint
CREATE TABLE `referrals` (
	`id` text PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`case_id` text NOT NULL,
	`recipient_id` text NOT NULL,
	`recipient_name` text NOT NULL,
	`reason` text NOT NULL,
	`hoped_for` text NOT NULL,
	`childs_wishes` text NOT NULL,
	`agreement` text NOT NULL,
	`agreement_note` text NOT NULL,
	`safe_contact` text NOT NULL,
	`sent_by` text NOT NULL,
	`sent_at` integer NOT NULL,
	`message_id` text NOT NULL,
	`form_key` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sent_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `referrals_reference_unique` ON `referrals` (`reference`);--> statement-breakpoint
CREATE UNIQUE INDEX `referrals_message_id_unique` ON `referrals` (`message_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `referrals_form_key_unique` ON `referrals` (`form_key`);--> statement-breakpoint
CREATE INDEX `referrals_by_case` ON `referrals` (`case_id`);