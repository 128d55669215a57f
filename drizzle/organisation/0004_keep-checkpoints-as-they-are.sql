-- A checkpoint is inserted and never changed, like everything else that happened.
CREATE TRIGGER `checkpoints_never_changed` BEFORE UPDATE ON `checkpoints` BEGIN SELECT RAISE(ABORT, 'What stands in checkpoints is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `checkpoints_never_removed` BEFORE DELETE ON `checkpoints` BEGIN SELECT RAISE(ABORT, 'What stands in checkpoints is never removed'); END;
