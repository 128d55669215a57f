CREATE TABLE `referral_links` (
	`hash` text PRIMARY KEY NOT NULL,
	`form_key` text NOT NULL,
	`organisation_id` text NOT NULL,
	`referral_id` text NOT NULL,
	`reference` text NOT NULL,
	`code_hash` text NOT NULL,
	`sent_to` text NOT NULL,
	`made_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`refusals` integer DEFAULT 0 NOT NULL,
	`session_hash` text,
	`opened_by` text,
	`opened_at` integer,
	`ended_at` integer,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `referral_links_form_key_unique` ON `referral_links` (`form_key`);--> statement-breakpoint
CREATE INDEX `referral_links_by_referral` ON `referral_links` (`referral_id`);