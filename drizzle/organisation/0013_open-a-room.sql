CREATE TABLE `kept_tallies` (
	`room_id` text NOT NULL,
	`number` integer NOT NULL,
	`ask` text NOT NULL,
	`options` text NOT NULL,
	`shown` text NOT NULL,
	`kept_at` integer NOT NULL,
	PRIMARY KEY(`room_id`, `number`),
	FOREIGN KEY (`room_id`) REFERENCES `teaching_rooms`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `teaching_rooms` (
	`id` text PRIMARY KEY NOT NULL,
	`lesson_id` text NOT NULL,
	`opened_by` text NOT NULL,
	`opened_at` integer NOT NULL,
	FOREIGN KEY (`opened_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;--> statement-breakpoint
CREATE TRIGGER `kept_tallies_never_changed` BEFORE UPDATE ON `kept_tallies` BEGIN SELECT RAISE(ABORT, 'What stands in kept_tallies is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `kept_tallies_never_removed` BEFORE DELETE ON `kept_tallies` BEGIN SELECT RAISE(ABORT, 'What stands in kept_tallies is never removed'); END;--> statement-breakpoint
CREATE TRIGGER `teaching_rooms_never_changed` BEFORE UPDATE ON `teaching_rooms` BEGIN SELECT RAISE(ABORT, 'What stands in teaching_rooms is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `teaching_rooms_never_removed` BEFORE DELETE ON `teaching_rooms` BEGIN SELECT RAISE(ABORT, 'What stands in teaching_rooms is never removed'); END;
