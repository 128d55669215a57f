CREATE TABLE `additions_taken_away` (
	`addition_id` text PRIMARY KEY NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`addition_id`) REFERENCES `lesson_additions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `askings_taken_back` (
	`asked_id` text PRIMARY KEY NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`asked_id`) REFERENCES `classes_asked`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `class_answers` (
	`asked_id` text NOT NULL,
	`item` text NOT NULL,
	`agree` integer NOT NULL,
	`unsure` integer NOT NULL,
	`disagree` integer NOT NULL,
	PRIMARY KEY(`asked_id`, `item`),
	FOREIGN KEY (`asked_id`) REFERENCES `classes_asked`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `classes_asked` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`class_id` text NOT NULL,
	`before_id` text,
	`day` text NOT NULL,
	`asked_by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`class_id`) REFERENCES `taught_classes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `classes_asked_id_unique` ON `classes_asked` (`id`);--> statement-breakpoint
CREATE INDEX `classes_asked_by_class` ON `classes_asked` (`class_id`);--> statement-breakpoint
CREATE TABLE `lesson_additions` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`lesson_id` text NOT NULL,
	`says` text NOT NULL,
	`added_by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`added_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `lesson_additions_id_unique` ON `lesson_additions` (`id`);--> statement-breakpoint
CREATE TABLE `lesson_plans` (
	`id` text PRIMARY KEY NOT NULL,
	`class_id` text NOT NULL,
	`lesson_id` text NOT NULL,
	`path` text NOT NULL,
	`day` text NOT NULL,
	`planned_by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`class_id`) REFERENCES `taught_classes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`planned_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `lesson_plans_by_day` ON `lesson_plans` (`day`);--> statement-breakpoint
CREATE INDEX `lesson_plans_by_class` ON `lesson_plans` (`class_id`);--> statement-breakpoint
CREATE TABLE `lesson_plans_off` (
	`plan_id` text PRIMARY KEY NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `lesson_plans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `lessons_given` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`plan_id` text,
	`class_id` text NOT NULL,
	`lesson_id` text NOT NULL,
	`day` text NOT NULL,
	`path` text NOT NULL,
	`cut` text NOT NULL,
	`codes` text NOT NULL,
	`went` text NOT NULL,
	`note` text NOT NULL,
	`recorded_by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `lesson_plans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`class_id`) REFERENCES `taught_classes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `lessons_given_id_unique` ON `lessons_given` (`id`);--> statement-breakpoint
CREATE INDEX `lessons_given_by_class` ON `lessons_given` (`class_id`);--> statement-breakpoint
CREATE INDEX `lessons_given_by_plan` ON `lessons_given` (`plan_id`);--> statement-breakpoint
CREATE TABLE `lessons_taken_back` (
	`given_id` text PRIMARY KEY NOT NULL,
	`why` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`given_id`) REFERENCES `lessons_given`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `taught_classes` (
	`id` text PRIMARY KEY NOT NULL,
	`school_year` integer NOT NULL,
	`year` integer NOT NULL,
	`label` text NOT NULL,
	`known` text NOT NULL,
	`made_by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`made_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `taught_classes_school_year_year_known_unique` ON `taught_classes` (`school_year`,`year`,`known`);--> statement-breakpoint
CREATE TABLE `teaching_settings` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`lessons` text NOT NULL,
	`apart` integer NOT NULL,
	`set_by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`set_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;--> statement-breakpoint
CREATE TRIGGER `additions_taken_away_never_changed` BEFORE UPDATE ON `additions_taken_away` BEGIN SELECT RAISE(ABORT, 'What stands in additions_taken_away is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `additions_taken_away_never_removed` BEFORE DELETE ON `additions_taken_away` BEGIN SELECT RAISE(ABORT, 'What stands in additions_taken_away is never removed'); END;--> statement-breakpoint
CREATE TRIGGER `askings_taken_back_never_changed` BEFORE UPDATE ON `askings_taken_back` BEGIN SELECT RAISE(ABORT, 'What stands in askings_taken_back is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `askings_taken_back_never_removed` BEFORE DELETE ON `askings_taken_back` BEGIN SELECT RAISE(ABORT, 'What stands in askings_taken_back is never removed'); END;--> statement-breakpoint
CREATE TRIGGER `class_answers_never_changed` BEFORE UPDATE ON `class_answers` BEGIN SELECT RAISE(ABORT, 'What stands in class_answers is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `class_answers_never_removed` BEFORE DELETE ON `class_answers` BEGIN SELECT RAISE(ABORT, 'What stands in class_answers is never removed'); END;--> statement-breakpoint
CREATE TRIGGER `classes_asked_never_changed` BEFORE UPDATE ON `classes_asked` BEGIN SELECT RAISE(ABORT, 'What stands in classes_asked is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `classes_asked_never_removed` BEFORE DELETE ON `classes_asked` BEGIN SELECT RAISE(ABORT, 'What stands in classes_asked is never removed'); END;--> statement-breakpoint
CREATE TRIGGER `lesson_additions_never_changed` BEFORE UPDATE ON `lesson_additions` BEGIN SELECT RAISE(ABORT, 'What stands in lesson_additions is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `lesson_additions_never_removed` BEFORE DELETE ON `lesson_additions` BEGIN SELECT RAISE(ABORT, 'What stands in lesson_additions is never removed'); END;--> statement-breakpoint
CREATE TRIGGER `lesson_plans_never_changed` BEFORE UPDATE ON `lesson_plans` BEGIN SELECT RAISE(ABORT, 'What stands in lesson_plans is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `lesson_plans_never_removed` BEFORE DELETE ON `lesson_plans` BEGIN SELECT RAISE(ABORT, 'What stands in lesson_plans is never removed'); END;--> statement-breakpoint
CREATE TRIGGER `lesson_plans_off_never_changed` BEFORE UPDATE ON `lesson_plans_off` BEGIN SELECT RAISE(ABORT, 'What stands in lesson_plans_off is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `lesson_plans_off_never_removed` BEFORE DELETE ON `lesson_plans_off` BEGIN SELECT RAISE(ABORT, 'What stands in lesson_plans_off is never removed'); END;--> statement-breakpoint
CREATE TRIGGER `lessons_given_never_changed` BEFORE UPDATE ON `lessons_given` BEGIN SELECT RAISE(ABORT, 'What stands in lessons_given is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `lessons_given_never_removed` BEFORE DELETE ON `lessons_given` BEGIN SELECT RAISE(ABORT, 'What stands in lessons_given is never removed'); END;--> statement-breakpoint
CREATE TRIGGER `lessons_taken_back_never_changed` BEFORE UPDATE ON `lessons_taken_back` BEGIN SELECT RAISE(ABORT, 'What stands in lessons_taken_back is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `lessons_taken_back_never_removed` BEFORE DELETE ON `lessons_taken_back` BEGIN SELECT RAISE(ABORT, 'What stands in lessons_taken_back is never removed'); END;--> statement-breakpoint
CREATE TRIGGER `taught_classes_never_changed` BEFORE UPDATE ON `taught_classes` BEGIN SELECT RAISE(ABORT, 'What stands in taught_classes is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `taught_classes_never_removed` BEFORE DELETE ON `taught_classes` BEGIN SELECT RAISE(ABORT, 'What stands in taught_classes is never removed'); END;--> statement-breakpoint
CREATE TRIGGER `teaching_settings_never_changed` BEFORE UPDATE ON `teaching_settings` BEGIN SELECT RAISE(ABORT, 'What stands in teaching_settings is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `teaching_settings_never_removed` BEFORE DELETE ON `teaching_settings` BEGIN SELECT RAISE(ABORT, 'What stands in teaching_settings is never removed'); END;
