CREATE TABLE `help_checks` (
	`id` text PRIMARY KEY NOT NULL,
	`service_id` text NOT NULL,
	`checked_on` text NOT NULL,
	`found` text NOT NULL,
	`note` text NOT NULL,
	`checked_by` text NOT NULL,
	`organisation_name` text NOT NULL,
	`recorded_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `help_counts` (
	`day` text NOT NULL,
	`topic` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`day`, `topic`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `help_page_adults` (
	`code` text NOT NULL,
	`place` integer NOT NULL,
	`name` text NOT NULL,
	`does` text NOT NULL,
	`room` text NOT NULL,
	`times` text NOT NULL,
	PRIMARY KEY(`code`, `place`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `help_page_services` (
	`code` text NOT NULL,
	`place` integer NOT NULL,
	`name` text NOT NULL,
	`about` text NOT NULL,
	`reach` text NOT NULL,
	PRIMARY KEY(`code`, `place`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `help_pages` (
	`code` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`school_name` text NOT NULL,
	`exit` text NOT NULL,
	`shown` integer NOT NULL,
	`changed_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `help_pages_organisation_id_unique` ON `help_pages` (`organisation_id`);--> statement-breakpoint
-- A check is inserted and never changed, like everything that happened.
CREATE TRIGGER `help_checks_never_changed` BEFORE UPDATE ON `help_checks` BEGIN SELECT RAISE(ABORT, 'What stands in help_checks is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `help_checks_never_removed` BEFORE DELETE ON `help_checks` BEGIN SELECT RAISE(ABORT, 'What stands in help_checks is never removed'); END;
