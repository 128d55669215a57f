CREATE TABLE `feed_row_areas` (
	`import_id` text NOT NULL,
	`service_id` text NOT NULL,
	`area` text NOT NULL,
	PRIMARY KEY(`import_id`, `service_id`, `area`),
	FOREIGN KEY (`import_id`) REFERENCES `feed_imports`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `feed_rows` (
	`import_id` text NOT NULL,
	`id` text NOT NULL,
	`feed_id` text NOT NULL,
	`source_id` text NOT NULL,
	`source` text NOT NULL,
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
	PRIMARY KEY(`import_id`, `source_id`),
	FOREIGN KEY (`import_id`) REFERENCES `feed_imports`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
ALTER TABLE `feed_items` DROP COLUMN `body`;