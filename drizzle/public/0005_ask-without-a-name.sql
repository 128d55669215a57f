CREATE TABLE `public_boxes` (
	`code` text PRIMARY KEY NOT NULL,
	`public_key` text NOT NULL,
	`closes_at` integer NOT NULL,
	`goes_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `sealed_questions` (
	`number` integer PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`sealed` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `sealed_questions_by_box` ON `sealed_questions` (`code`);