CREATE TABLE `signing_keys` (
	`organisation_id` text PRIMARY KEY NOT NULL,
	`public_key` text NOT NULL,
	`wrapped_key` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
