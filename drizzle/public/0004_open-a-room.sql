CREATE TABLE `room_counts` (
	`room_id` text NOT NULL,
	`number` integer NOT NULL,
	`choice` integer NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`room_id`, `number`, `choice`),
	FOREIGN KEY (`room_id`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `room_marks` (
	`room_id` text NOT NULL,
	`number` integer NOT NULL,
	`mark` text NOT NULL,
	PRIMARY KEY(`room_id`, `number`, `mark`),
	FOREIGN KEY (`room_id`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `room_questions` (
	`room_id` text NOT NULL,
	`number` integer NOT NULL,
	`key` text NOT NULL,
	`ask` text NOT NULL,
	`options` text NOT NULL,
	`seal` text,
	`shown` text,
	PRIMARY KEY(`room_id`, `number`),
	FOREIGN KEY (`room_id`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `rooms` (
	`id` text PRIMARY KEY NOT NULL,
	`door` text NOT NULL,
	`code` text NOT NULL,
	`fourth` text NOT NULL,
	`opened_at` integer NOT NULL,
	`touched_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `rooms_door_unique` ON `rooms` (`door`);--> statement-breakpoint
CREATE UNIQUE INDEX `rooms_code_unique` ON `rooms` (`code`);