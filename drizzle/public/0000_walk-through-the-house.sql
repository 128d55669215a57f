CREATE TABLE `services` (
	`organisation_id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`sector` text NOT NULL,
	`about` text NOT NULL,
	`takes` text NOT NULL,
	`from_age` integer NOT NULL,
	`to_age` integer NOT NULL,
	`stated_at` integer NOT NULL
) STRICT;
