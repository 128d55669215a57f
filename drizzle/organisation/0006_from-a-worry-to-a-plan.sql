CREATE TABLE `attachments` (
	`id` text PRIMARY KEY NOT NULL,
	`concern_id` text NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`bytes` integer NOT NULL,
	`sha256` text NOT NULL,
	`key` text NOT NULL,
	`added_by` text NOT NULL,
	`added_at` integer NOT NULL,
	FOREIGN KEY (`concern_id`) REFERENCES `concerns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `attachments_by_concern` ON `attachments` (`concern_id`);--> statement-breakpoint
CREATE TABLE `abuse_pictures` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`case_id` text NOT NULL,
	`who_harms` text NOT NULL,
	`to_whom` text NOT NULL,
	`kinds` text NOT NULL,
	`pattern` text NOT NULL,
	`effect` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `abuse_pictures_by_case` ON `abuse_pictures` (`case_id`);--> statement-breakpoint
CREATE TABLE `action_ends` (
	`action_id` text PRIMARY KEY NOT NULL,
	`ending` text NOT NULL,
	`says` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`action_id`) REFERENCES `actions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `action_turns` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`action_id` text NOT NULL,
	`owner_id` text NOT NULL,
	`due_on` text NOT NULL,
	`why` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`action_id`) REFERENCES `actions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `action_turns_by_action` ON `action_turns` (`action_id`);--> statement-breakpoint
CREATE INDEX `action_turns_by_owner` ON `action_turns` (`owner_id`);--> statement-breakpoint
CREATE TABLE `actions` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`does` text NOT NULL,
	`set_by` text NOT NULL,
	`set_at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`set_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `actions_by_case` ON `actions` (`case_id`);--> statement-breakpoint
CREATE TABLE `actions_open` (
	`action_id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`owner_id` text NOT NULL,
	`due_on` text NOT NULL,
	FOREIGN KEY (`action_id`) REFERENCES `actions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `actions_open_by_case` ON `actions_open` (`case_id`);--> statement-breakpoint
CREATE INDEX `actions_open_by_owner` ON `actions_open` (`owner_id`,`due_on`);--> statement-breakpoint
CREATE INDEX `actions_open_by_day` ON `actions_open` (`due_on`);--> statement-breakpoint
CREATE TABLE `case_turns` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`case_id` text NOT NULL,
	`turn` text NOT NULL,
	`outcome` text,
	`voice` text,
	`voice_says` text,
	`why` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `turns_by_case` ON `case_turns` (`case_id`);--> statement-breakpoint
CREATE TABLE `cases_open` (
	`case_id` text PRIMARY KEY NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `disagreement_ends` (
	`disagreement_id` text PRIMARY KEY NOT NULL,
	`ending` text NOT NULL,
	`says` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`disagreement_id`) REFERENCES `disagreements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `disagreement_rungs` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`disagreement_id` text NOT NULL,
	`goes_to` text NOT NULL,
	`by_when` text NOT NULL,
	`says` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`disagreement_id`) REFERENCES `disagreements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `rungs_by_disagreement` ON `disagreement_rungs` (`disagreement_id`);--> statement-breakpoint
CREATE TABLE `disagreements` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`said_no` text NOT NULL,
	`reasons` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `disagreements_by_case` ON `disagreements` (`case_id`);--> statement-breakpoint
CREATE TABLE `plans` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`case_id` text NOT NULL,
	`childs_words` text NOT NULL,
	`helps` text NOT NULL,
	`reviewed` text NOT NULL,
	`review_on` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `plans_by_case` ON `plans` (`case_id`);--> statement-breakpoint
CREATE TABLE `substance_pictures` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`case_id` text NOT NULL,
	`whose` text NOT NULL,
	`what` text NOT NULL,
	`how_used` text NOT NULL,
	`harm` text NOT NULL,
	`wants` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `substance_pictures_by_case` ON `substance_pictures` (`case_id`);--> statement-breakpoint
CREATE TABLE `escalations` (
	`waits` text NOT NULL,
	`object_id` text NOT NULL,
	`step` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`waits`, `object_id`, `step`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `concern_additions` (
	`id` text PRIMARY KEY NOT NULL,
	`concern_id` text NOT NULL,
	`says` text NOT NULL,
	`added_by` text NOT NULL,
	`added_at` integer NOT NULL,
	FOREIGN KEY (`concern_id`) REFERENCES `concerns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `additions_by_concern` ON `concern_additions` (`concern_id`,`added_at`);--> statement-breakpoint
CREATE TABLE `concern_corrections` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`concern_id` text NOT NULL,
	`wrong_pupil_id` text,
	`right_pupil_id` text,
	`why` text NOT NULL,
	`corrected_by` text NOT NULL,
	`corrected_at` integer NOT NULL,
	FOREIGN KEY (`concern_id`) REFERENCES `concerns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`wrong_pupil_id`) REFERENCES `pupils`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`right_pupil_id`) REFERENCES `pupils`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`corrected_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `corrections_by_concern` ON `concern_corrections` (`concern_id`);--> statement-breakpoint
CREATE TABLE `concern_echoes` (
	`concern_id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`concern_id`) REFERENCES `concerns`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `concern_indicators` (
	`concern_id` text NOT NULL,
	`indicator` text NOT NULL,
	PRIMARY KEY(`concern_id`, `indicator`),
	FOREIGN KEY (`concern_id`) REFERENCES `concerns`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `concern_marks` (
	`id` text PRIMARY KEY NOT NULL,
	`concern_id` text NOT NULL,
	`region` text NOT NULL,
	`says` text NOT NULL,
	FOREIGN KEY (`concern_id`) REFERENCES `concerns`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `marks_by_concern` ON `concern_marks` (`concern_id`);--> statement-breakpoint
CREATE TABLE `concern_reviews` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`concern_id` text NOT NULL,
	`decision` text NOT NULL,
	`why` text NOT NULL,
	`decided_by` text NOT NULL,
	`decided_at` integer NOT NULL,
	`owner_id` text,
	`look_again_on` text,
	FOREIGN KEY (`concern_id`) REFERENCES `concerns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `reviews_by_concern` ON `concern_reviews` (`concern_id`);--> statement-breakpoint
CREATE TABLE `concerns_waiting` (
	`concern_id` text PRIMARY KEY NOT NULL,
	FOREIGN KEY (`concern_id`) REFERENCES `concerns`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `concerns_watched` (
	`concern_id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`look_again_on` text NOT NULL,
	FOREIGN KEY (`concern_id`) REFERENCES `concerns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `watched_by_day` ON `concerns_watched` (`look_again_on`);--> statement-breakpoint
CREATE TABLE `contact_versions` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`contact_id` text NOT NULL,
	`name` text NOT NULL,
	`relation` text NOT NULL,
	`responsibility` text NOT NULL,
	`lives_here` text NOT NULL,
	`telephone` text NOT NULL,
	`to_ring` text NOT NULL,
	`to_text` text NOT NULL,
	`to_write` text NOT NULL,
	`when_safe` text NOT NULL,
	`must_not_know` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `contact_versions_by_contact` ON `contact_versions` (`contact_id`);--> statement-breakpoint
CREATE TABLE `contacts` (
	`id` text PRIMARY KEY NOT NULL,
	`household_id` text NOT NULL,
	`added_by` text NOT NULL,
	`added_at` integer NOT NULL,
	FOREIGN KEY (`household_id`) REFERENCES `households`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `contacts_by_household` ON `contacts` (`household_id`);--> statement-breakpoint
CREATE TABLE `notice_letters` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`staff_id` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `notice_letters_by_staff` ON `notice_letters` (`staff_id`,`at`);--> statement-breakpoint
CREATE TABLE `notice_settings` (
	`staff_id` text PRIMARY KEY NOT NULL,
	`way` text NOT NULL,
	`most_a_day` integer NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `school_calendars` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`opens_at` text NOT NULL,
	`closes_at` text NOT NULL,
	`terms` text NOT NULL,
	`closed` text NOT NULL,
	`set_by` text NOT NULL,
	`set_at` integer NOT NULL,
	FOREIGN KEY (`set_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
ALTER TABLE `chronology` ADD `happened_on` text;--> statement-breakpoint
ALTER TABLE `concern_pupils` ADD `part` text;--> statement-breakpoint
ALTER TABLE `concerns` ADD `not_asked_because` text;--> statement-breakpoint
ALTER TABLE `concerns` ADD `unknown_child` text;--> statement-breakpoint
ALTER TABLE `concerns` ADD `asked_home` text;--> statement-breakpoint
ALTER TABLE `concerns` ADD `home_said` text;--> statement-breakpoint
ALTER TABLE `concerns` ADD `asked_substances` text;--> statement-breakpoint
ALTER TABLE `concerns` ADD `substances_said` text;--> statement-breakpoint
CREATE INDEX `concerns_by_author` ON `concerns` (`logged_by`,`logged_at`);--> statement-breakpoint
ALTER TABLE `triages` ADD `why_not_referred` text;--> statement-breakpoint
ALTER TABLE `triages` ADD `owner_id` text REFERENCES staff(id);--> statement-breakpoint
ALTER TABLE `triages` ADD `look_again_on` text;--> statement-breakpoint
ALTER TABLE `triages` ADD `same_as` text REFERENCES concerns(id);--> statement-breakpoint
ALTER TABLE `notices` ADD `urgent` text;--> statement-breakpoint
CREATE INDEX `cases_by_concern` ON `case_concerns` (`concern_id`);
--> statement-breakpoint
CREATE TRIGGER `attachments_never_changed` BEFORE UPDATE ON `attachments` BEGIN SELECT RAISE(ABORT, 'What stands in attachments is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `attachments_never_removed` BEFORE DELETE ON `attachments` BEGIN SELECT RAISE(ABORT, 'What stands in attachments is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER `abuse_pictures_never_changed` BEFORE UPDATE ON `abuse_pictures` BEGIN SELECT RAISE(ABORT, 'What stands in abuse_pictures is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `abuse_pictures_never_removed` BEFORE DELETE ON `abuse_pictures` BEGIN SELECT RAISE(ABORT, 'What stands in abuse_pictures is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER `action_ends_never_changed` BEFORE UPDATE ON `action_ends` BEGIN SELECT RAISE(ABORT, 'What stands in action_ends is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `action_ends_never_removed` BEFORE DELETE ON `action_ends` BEGIN SELECT RAISE(ABORT, 'What stands in action_ends is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER `action_turns_never_changed` BEFORE UPDATE ON `action_turns` BEGIN SELECT RAISE(ABORT, 'What stands in action_turns is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `action_turns_never_removed` BEFORE DELETE ON `action_turns` BEGIN SELECT RAISE(ABORT, 'What stands in action_turns is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER `actions_never_changed` BEFORE UPDATE ON `actions` BEGIN SELECT RAISE(ABORT, 'What stands in actions is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `actions_never_removed` BEFORE DELETE ON `actions` BEGIN SELECT RAISE(ABORT, 'What stands in actions is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER `case_turns_never_changed` BEFORE UPDATE ON `case_turns` BEGIN SELECT RAISE(ABORT, 'What stands in case_turns is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `case_turns_never_removed` BEFORE DELETE ON `case_turns` BEGIN SELECT RAISE(ABORT, 'What stands in case_turns is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER `disagreement_ends_never_changed` BEFORE UPDATE ON `disagreement_ends` BEGIN SELECT RAISE(ABORT, 'What stands in disagreement_ends is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `disagreement_ends_never_removed` BEFORE DELETE ON `disagreement_ends` BEGIN SELECT RAISE(ABORT, 'What stands in disagreement_ends is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER `disagreement_rungs_never_changed` BEFORE UPDATE ON `disagreement_rungs` BEGIN SELECT RAISE(ABORT, 'What stands in disagreement_rungs is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `disagreement_rungs_never_removed` BEFORE DELETE ON `disagreement_rungs` BEGIN SELECT RAISE(ABORT, 'What stands in disagreement_rungs is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER `disagreements_never_changed` BEFORE UPDATE ON `disagreements` BEGIN SELECT RAISE(ABORT, 'What stands in disagreements is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `disagreements_never_removed` BEFORE DELETE ON `disagreements` BEGIN SELECT RAISE(ABORT, 'What stands in disagreements is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER `plans_never_changed` BEFORE UPDATE ON `plans` BEGIN SELECT RAISE(ABORT, 'What stands in plans is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `plans_never_removed` BEFORE DELETE ON `plans` BEGIN SELECT RAISE(ABORT, 'What stands in plans is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER `substance_pictures_never_changed` BEFORE UPDATE ON `substance_pictures` BEGIN SELECT RAISE(ABORT, 'What stands in substance_pictures is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `substance_pictures_never_removed` BEFORE DELETE ON `substance_pictures` BEGIN SELECT RAISE(ABORT, 'What stands in substance_pictures is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER `escalations_never_changed` BEFORE UPDATE ON `escalations` BEGIN SELECT RAISE(ABORT, 'What stands in escalations is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `escalations_never_removed` BEFORE DELETE ON `escalations` BEGIN SELECT RAISE(ABORT, 'What stands in escalations is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER `concern_additions_never_changed` BEFORE UPDATE ON `concern_additions` BEGIN SELECT RAISE(ABORT, 'What stands in concern_additions is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `concern_additions_never_removed` BEFORE DELETE ON `concern_additions` BEGIN SELECT RAISE(ABORT, 'What stands in concern_additions is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER `concern_corrections_never_changed` BEFORE UPDATE ON `concern_corrections` BEGIN SELECT RAISE(ABORT, 'What stands in concern_corrections is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `concern_corrections_never_removed` BEFORE DELETE ON `concern_corrections` BEGIN SELECT RAISE(ABORT, 'What stands in concern_corrections is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER `concern_echoes_never_changed` BEFORE UPDATE ON `concern_echoes` BEGIN SELECT RAISE(ABORT, 'What stands in concern_echoes is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `concern_echoes_never_removed` BEFORE DELETE ON `concern_echoes` BEGIN SELECT RAISE(ABORT, 'What stands in concern_echoes is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER `concern_indicators_never_changed` BEFORE UPDATE ON `concern_indicators` BEGIN SELECT RAISE(ABORT, 'What stands in concern_indicators is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `concern_indicators_never_removed` BEFORE DELETE ON `concern_indicators` BEGIN SELECT RAISE(ABORT, 'What stands in concern_indicators is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER `concern_marks_never_changed` BEFORE UPDATE ON `concern_marks` BEGIN SELECT RAISE(ABORT, 'What stands in concern_marks is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `concern_marks_never_removed` BEFORE DELETE ON `concern_marks` BEGIN SELECT RAISE(ABORT, 'What stands in concern_marks is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER `concern_reviews_never_changed` BEFORE UPDATE ON `concern_reviews` BEGIN SELECT RAISE(ABORT, 'What stands in concern_reviews is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `concern_reviews_never_removed` BEFORE DELETE ON `concern_reviews` BEGIN SELECT RAISE(ABORT, 'What stands in concern_reviews is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER `contact_versions_never_changed` BEFORE UPDATE ON `contact_versions` BEGIN SELECT RAISE(ABORT, 'What stands in contact_versions is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `contact_versions_never_removed` BEFORE DELETE ON `contact_versions` BEGIN SELECT RAISE(ABORT, 'What stands in contact_versions is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER `contacts_never_changed` BEFORE UPDATE ON `contacts` BEGIN SELECT RAISE(ABORT, 'What stands in contacts is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `contacts_never_removed` BEFORE DELETE ON `contacts` BEGIN SELECT RAISE(ABORT, 'What stands in contacts is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER `notice_letters_never_changed` BEFORE UPDATE ON `notice_letters` BEGIN SELECT RAISE(ABORT, 'What stands in notice_letters is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `notice_letters_never_removed` BEFORE DELETE ON `notice_letters` BEGIN SELECT RAISE(ABORT, 'What stands in notice_letters is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER `school_calendars_never_changed` BEFORE UPDATE ON `school_calendars` BEGIN SELECT RAISE(ABORT, 'What stands in school_calendars is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `school_calendars_never_removed` BEFORE DELETE ON `school_calendars` BEGIN SELECT RAISE(ABORT, 'What stands in school_calendars is never removed'); END;
--> statement-breakpoint
-- What waits, what is watched and what is open, kept in step with what happened, so that a desk need not read a year to know its day.
INSERT INTO `concerns_waiting` (`concern_id`) SELECT `id` FROM `concerns` WHERE `id` NOT IN (SELECT `concern_id` FROM `triages`);
--> statement-breakpoint
INSERT INTO `cases_open` (`case_id`) SELECT `id` FROM `cases`;
--> statement-breakpoint
CREATE TRIGGER `concern_waits` AFTER INSERT ON `concerns` BEGIN INSERT INTO `concerns_waiting` (`concern_id`) VALUES (NEW.`id`); END;
--> statement-breakpoint
CREATE TRIGGER `concern_waits_no_more` AFTER INSERT ON `triages` BEGIN DELETE FROM `concerns_waiting` WHERE `concern_id` = NEW.`concern_id`; END;
--> statement-breakpoint
CREATE TRIGGER `concern_watched` AFTER INSERT ON `triages` WHEN NEW.`look_again_on` IS NOT NULL BEGIN INSERT INTO `concerns_watched` (`concern_id`, `owner_id`, `look_again_on`) VALUES (NEW.`concern_id`, NEW.`owner_id`, NEW.`look_again_on`); END;
--> statement-breakpoint
CREATE TRIGGER `concern_looked_at_again` AFTER INSERT ON `concern_reviews` WHEN NEW.`look_again_on` IS NULL BEGIN DELETE FROM `concerns_watched` WHERE `concern_id` = NEW.`concern_id`; END;
--> statement-breakpoint
CREATE TRIGGER `concern_watched_on` AFTER INSERT ON `concern_reviews` WHEN NEW.`look_again_on` IS NOT NULL BEGIN INSERT INTO `concerns_watched` (`concern_id`, `owner_id`, `look_again_on`) VALUES (NEW.`concern_id`, NEW.`owner_id`, NEW.`look_again_on`) ON CONFLICT (`concern_id`) DO UPDATE SET `owner_id` = NEW.`owner_id`, `look_again_on` = NEW.`look_again_on`; END;
--> statement-breakpoint
CREATE TRIGGER `case_opens` AFTER INSERT ON `cases` BEGIN INSERT INTO `cases_open` (`case_id`) VALUES (NEW.`id`); END;
--> statement-breakpoint
CREATE TRIGGER `case_closes` AFTER INSERT ON `case_turns` WHEN NEW.`turn` = 'closed' BEGIN DELETE FROM `cases_open` WHERE `case_id` = NEW.`case_id`; END;
--> statement-breakpoint
CREATE TRIGGER `case_reopens` AFTER INSERT ON `case_turns` WHEN NEW.`turn` = 'reopened' BEGIN INSERT INTO `cases_open` (`case_id`) VALUES (NEW.`case_id`); END;
--> statement-breakpoint
CREATE TRIGGER `action_turns_open` AFTER INSERT ON `action_turns` BEGIN INSERT INTO `actions_open` (`action_id`, `case_id`, `owner_id`, `due_on`) SELECT `id`, `case_id`, NEW.`owner_id`, NEW.`due_on` FROM `actions` WHERE `id` = NEW.`action_id` ON CONFLICT (`action_id`) DO UPDATE SET `owner_id` = NEW.`owner_id`, `due_on` = NEW.`due_on`; END;
--> statement-breakpoint
CREATE TRIGGER `action_is_over` AFTER INSERT ON `action_ends` BEGIN DELETE FROM `actions_open` WHERE `action_id` = NEW.`action_id`; END;
--> statement-breakpoint
-- Every word that somebody may look for, found by SQLite's own full-text index, inside the encryption.
CREATE VIRTUAL TABLE `search_words` USING fts5(`says`, `object` UNINDEXED, `object_id` UNINDEXED, tokenize = 'unicode61 remove_diacritics 2');
--> statement-breakpoint
INSERT INTO `search_words` (`says`, `object`, `object_id`) SELECT concat_ws(char(10), `concerns`.`seen_or_heard`, `concerns`.`childs_words`, `concerns`.`not_asked_because`, `concerns`.`done_already`, `concerns`.`place`, `concerns`.`unknown_child`, `concerns`.`home_said`, `concerns`.`substances_said`), 'concern', `id` FROM `concerns` ORDER BY `logged_at`;
--> statement-breakpoint
INSERT INTO `search_words` (`says`, `object`, `object_id`) SELECT `says`, 'entry', `id` FROM `chronology` WHERE `says` <> '' ORDER BY `at`;
--> statement-breakpoint
CREATE TRIGGER `concern_is_found` AFTER INSERT ON `concerns` BEGIN INSERT INTO `search_words` (`says`, `object`, `object_id`) VALUES (concat_ws(char(10), NEW.`seen_or_heard`, NEW.`childs_words`, NEW.`not_asked_because`, NEW.`done_already`, NEW.`place`, NEW.`unknown_child`, NEW.`home_said`, NEW.`substances_said`), 'concern', NEW.`id`); END;
--> statement-breakpoint
CREATE TRIGGER `addition_is_found` AFTER INSERT ON `concern_additions` BEGIN INSERT INTO `search_words` (`says`, `object`, `object_id`) VALUES (NEW.`says`, 'concern', NEW.`concern_id`); END;
--> statement-breakpoint
CREATE TRIGGER `mark_is_found` AFTER INSERT ON `concern_marks` BEGIN INSERT INTO `search_words` (`says`, `object`, `object_id`) VALUES (NEW.`says`, 'concern', NEW.`concern_id`); END;
--> statement-breakpoint
CREATE TRIGGER `entry_is_found` AFTER INSERT ON `chronology` WHEN NEW.`says` <> '' BEGIN INSERT INTO `search_words` (`says`, `object`, `object_id`) VALUES (NEW.`says`, 'entry', NEW.`id`); END;
