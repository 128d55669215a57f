CREATE TABLE `checkpoints` (
	`number` integer PRIMARY KEY NOT NULL,
	`entry` integer NOT NULL,
	`seal` text NOT NULL,
	`at` integer NOT NULL,
	`public_key` text NOT NULL,
	`signature` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `ledger_of_record` ON `ledger` (`object_id`,`object`);