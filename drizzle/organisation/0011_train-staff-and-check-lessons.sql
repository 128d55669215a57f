CREATE TABLE `lesson_check_withdrawals` (
	`check_id` text PRIMARY KEY NOT NULL,
	`why` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`check_id`) REFERENCES `lesson_checks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `lesson_checks` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`lesson_id` text NOT NULL,
	`digest` text NOT NULL,
	`checked_by` text NOT NULL,
	`checked_as` text NOT NULL,
	`says` text NOT NULL,
	`recorded_by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`recorded_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `lesson_checks_id_unique` ON `lesson_checks` (`id`);--> statement-breakpoint
CREATE TABLE `training_completions` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`staff_id` text NOT NULL,
	`module_id` text NOT NULL,
	`version` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `training_completions_staff_id_module_id_version_unique` ON `training_completions` (`staff_id`,`module_id`,`version`);--> statement-breakpoint
CREATE TRIGGER `lesson_check_withdrawals_never_changed` BEFORE UPDATE ON `lesson_check_withdrawals` BEGIN SELECT RAISE(ABORT, 'What stands in lesson_check_withdrawals is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `lesson_check_withdrawals_never_removed` BEFORE DELETE ON `lesson_check_withdrawals` BEGIN SELECT RAISE(ABORT, 'What stands in lesson_check_withdrawals is never removed'); END;--> statement-breakpoint
CREATE TRIGGER `lesson_checks_never_changed` BEFORE UPDATE ON `lesson_checks` BEGIN SELECT RAISE(ABORT, 'What stands in lesson_checks is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `lesson_checks_never_removed` BEFORE DELETE ON `lesson_checks` BEGIN SELECT RAISE(ABORT, 'What stands in lesson_checks is never removed'); END;--> statement-breakpoint
CREATE TRIGGER `training_completions_never_changed` BEFORE UPDATE ON `training_completions` BEGIN SELECT RAISE(ABORT, 'What stands in training_completions is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `training_completions_never_removed` BEFORE DELETE ON `training_completions` BEGIN SELECT RAISE(ABORT, 'What stands in training_completions is never removed'); END;
