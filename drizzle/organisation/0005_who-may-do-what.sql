CREATE TABLE `drafts` (
	`staff_id` text NOT NULL,
	`form` text NOT NULL,
	`fields` text NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`staff_id`, `form`),
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `group_pupils` (
	`group_id` text NOT NULL,
	`pupil_id` text NOT NULL,
	PRIMARY KEY(`group_id`, `pupil_id`),
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pupil_id`) REFERENCES `pupils`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `groups_by_pupil` ON `group_pupils` (`pupil_id`);--> statement-breakpoint
CREATE TABLE `group_staff` (
	`group_id` text NOT NULL,
	`staff_id` text NOT NULL,
	PRIMARY KEY(`group_id`, `staff_id`),
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `groups` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `groups_name_unique` ON `groups` (`name`);--> statement-breakpoint
CREATE TABLE `notices` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`says` text NOT NULL,
	`about` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `notices_by_staff` ON `notices` (`staff_id`,`at`);--> statement-breakpoint
CREATE TABLE `notices_seen` (
	`notice_id` text PRIMARY KEY NOT NULL,
	`seen_at` integer NOT NULL,
	FOREIGN KEY (`notice_id`) REFERENCES `notices`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `broken_glass` (
	`id` text PRIMARY KEY NOT NULL,
	`restriction_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`why` text NOT NULL,
	`broken_at` integer NOT NULL,
	`until` integer NOT NULL,
	FOREIGN KEY (`restriction_id`) REFERENCES `restrictions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `broken_glass_by_restriction` ON `broken_glass` (`restriction_id`);--> statement-breakpoint
CREATE TABLE `restriction_lifts` (
	`restriction_id` text PRIMARY KEY NOT NULL,
	`why` text NOT NULL,
	`lifted_by` text NOT NULL,
	`lifted_at` integer NOT NULL,
	FOREIGN KEY (`restriction_id`) REFERENCES `restrictions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lifted_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `restriction_names` (
	`restriction_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`named_by` text NOT NULL,
	`named_at` integer NOT NULL,
	PRIMARY KEY(`restriction_id`, `staff_id`),
	FOREIGN KEY (`restriction_id`) REFERENCES `restrictions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`named_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `restrictions` (
	`id` text PRIMARY KEY NOT NULL,
	`object` text NOT NULL,
	`object_id` text NOT NULL,
	`reason` text NOT NULL,
	`placed_by` text NOT NULL,
	`placed_at` integer NOT NULL,
	FOREIGN KEY (`placed_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `restrictions_by_object` ON `restrictions` (`object_id`);--> statement-breakpoint
ALTER TABLE `staff` ADD `left_at` integer;
--> statement-breakpoint
CREATE TRIGGER `restrictions_never_changed` BEFORE UPDATE ON `restrictions` BEGIN SELECT RAISE(ABORT, 'What stands in restrictions is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `restrictions_never_removed` BEFORE DELETE ON `restrictions` BEGIN SELECT RAISE(ABORT, 'What stands in restrictions is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER `restriction_names_never_changed` BEFORE UPDATE ON `restriction_names` BEGIN SELECT RAISE(ABORT, 'What stands in restriction_names is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `restriction_names_never_removed` BEFORE DELETE ON `restriction_names` BEGIN SELECT RAISE(ABORT, 'What stands in restriction_names is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER `restriction_lifts_never_changed` BEFORE UPDATE ON `restriction_lifts` BEGIN SELECT RAISE(ABORT, 'What stands in restriction_lifts is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `restriction_lifts_never_removed` BEFORE DELETE ON `restriction_lifts` BEGIN SELECT RAISE(ABORT, 'What stands in restriction_lifts is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER `broken_glass_never_changed` BEFORE UPDATE ON `broken_glass` BEGIN SELECT RAISE(ABORT, 'What stands in broken_glass is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `broken_glass_never_removed` BEFORE DELETE ON `broken_glass` BEGIN SELECT RAISE(ABORT, 'What stands in broken_glass is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER `notices_never_changed` BEFORE UPDATE ON `notices` BEGIN SELECT RAISE(ABORT, 'What stands in notices is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `notices_never_removed` BEFORE DELETE ON `notices` BEGIN SELECT RAISE(ABORT, 'What stands in notices is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER `notices_seen_never_changed` BEFORE UPDATE ON `notices_seen` BEGIN SELECT RAISE(ABORT, 'What stands in notices_seen is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `notices_seen_never_removed` BEFORE DELETE ON `notices_seen` BEGIN SELECT RAISE(ABORT, 'What stands in notices_seen is never removed'); END;
