CREATE TABLE `calendar_links` (
	`hash` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`made_at` integer NOT NULL
) STRICT;
