CREATE TABLE `feed_imports` (
	`id` text PRIMARY KEY NOT NULL,
	`feed_id` text NOT NULL,
	`version` text NOT NULL,
	`next_page` integer NOT NULL,
	`pages` integer,
	`state` text NOT NULL,
	`refusal` text DEFAULT '' NOT NULL,
	`started_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`feed_id`) REFERENCES `feeds`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `imports_by_feed` ON `feed_imports` (`feed_id`);--> statement-breakpoint
CREATE TABLE `feed_items` (
	`import_id` text NOT NULL,
	`source_id` text NOT NULL,
	`page` integer NOT NULL,
	`body` text NOT NULL,
	`refusal` text NOT NULL,
	PRIMARY KEY(`import_id`, `source_id`),
	FOREIGN KEY (`import_id`) REFERENCES `feed_imports`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `feeds` (
	`id` text PRIMARY KEY NOT NULL,
	`address` text NOT NULL,
	`added_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `feeds_address_unique` ON `feeds` (`address`);--> statement-breakpoint
CREATE TABLE `__new_services` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text,
	`feed_id` text,
	`source_id` text,
	`source` text DEFAULT '' NOT NULL,
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
	`ended_at` integer
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_services`("id", "organisation_id", "run_by", "name", "sector", "about", "takes", "from_age", "to_age", "stated_at") SELECT "organisation_id", "organisation_id", "name", "name", "sector", "about", "takes", "from_age", "to_age", "stated_at" FROM `services`;--> statement-breakpoint
DROP TABLE `services`;--> statement-breakpoint
ALTER TABLE `__new_services` RENAME TO `services`;--> statement-breakpoint
CREATE INDEX `services_by_organisation` ON `services` (`organisation_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `services_by_feed` ON `services` (`feed_id`,`source_id`);--> statement-breakpoint
CREATE TABLE `service_areas` (
	`service_id` text NOT NULL,
	`area` text NOT NULL,
	PRIMARY KEY(`area`, `service_id`),
	FOREIGN KEY (`service_id`) REFERENCES `services`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
