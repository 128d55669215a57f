CREATE TABLE `question_boxes` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`staff_id` text NOT NULL,
	`class_name` text NOT NULL,
	`lesson_id` text NOT NULL,
	`private_key` text NOT NULL,
	`reminded` text NOT NULL,
	`opened_at` integer NOT NULL,
	`goes_at` integer NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `question_boxes_code_unique` ON `question_boxes` (`code`);--> statement-breakpoint
CREATE TABLE `question_handlings` (
	`number` integer PRIMARY KEY NOT NULL,
	`box_id` text NOT NULL,
	`state` text NOT NULL,
	`says` text NOT NULL,
	FOREIGN KEY (`box_id`) REFERENCES `question_boxes`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `questions_told` (
	`reference` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`words` text NOT NULL,
	`class_name` text NOT NULL,
	`lesson_id` text NOT NULL,
	`note` text NOT NULL,
	`told_by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`told_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `questions_told_number_unique` ON `questions_told` (`number`);--> statement-breakpoint
CREATE TRIGGER `questions_told_never_changed` BEFORE UPDATE ON `questions_told` BEGIN SELECT RAISE(ABORT, 'What stands in questions_told is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `questions_told_never_removed` BEFORE DELETE ON `questions_told` BEGIN SELECT RAISE(ABORT, 'What stands in questions_told is never removed'); END;
