-- What happened is inserted and never changed: the database itself refuses.
CREATE TRIGGER `ledger_never_changed` BEFORE UPDATE ON `ledger` BEGIN SELECT RAISE(ABORT, 'What stands in ledger is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `ledger_never_removed` BEFORE DELETE ON `ledger` BEGIN SELECT RAISE(ABORT, 'What stands in ledger is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER `concerns_never_changed` BEFORE UPDATE ON `concerns` BEGIN SELECT RAISE(ABORT, 'What stands in concerns is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `concerns_never_removed` BEFORE DELETE ON `concerns` BEGIN SELECT RAISE(ABORT, 'What stands in concerns is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER `concern_pupils_never_changed` BEFORE UPDATE ON `concern_pupils` BEGIN SELECT RAISE(ABORT, 'What stands in concern_pupils is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `concern_pupils_never_removed` BEFORE DELETE ON `concern_pupils` BEGIN SELECT RAISE(ABORT, 'What stands in concern_pupils is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER `triages_never_changed` BEFORE UPDATE ON `triages` BEGIN SELECT RAISE(ABORT, 'What stands in triages is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `triages_never_removed` BEFORE DELETE ON `triages` BEGIN SELECT RAISE(ABORT, 'What stands in triages is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER `cases_never_changed` BEFORE UPDATE ON `cases` BEGIN SELECT RAISE(ABORT, 'What stands in cases is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `cases_never_removed` BEFORE DELETE ON `cases` BEGIN SELECT RAISE(ABORT, 'What stands in cases is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER `case_concerns_never_changed` BEFORE UPDATE ON `case_concerns` BEGIN SELECT RAISE(ABORT, 'What stands in case_concerns is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `case_concerns_never_removed` BEFORE DELETE ON `case_concerns` BEGIN SELECT RAISE(ABORT, 'What stands in case_concerns is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER `chronology_never_changed` BEFORE UPDATE ON `chronology` BEGIN SELECT RAISE(ABORT, 'What stands in chronology is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `chronology_never_removed` BEFORE DELETE ON `chronology` BEGIN SELECT RAISE(ABORT, 'What stands in chronology is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER `referrals_never_changed` BEFORE UPDATE ON `referrals` BEGIN SELECT RAISE(ABORT, 'What stands in referrals is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `referrals_never_removed` BEFORE DELETE ON `referrals` BEGIN SELECT RAISE(ABORT, 'What stands in referrals is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER `referral_events_never_changed` BEFORE UPDATE ON `referral_events` BEGIN SELECT RAISE(ABORT, 'What stands in referral_events is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `referral_events_never_removed` BEFORE DELETE ON `referral_events` BEGIN SELECT RAISE(ABORT, 'What stands in referral_events is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER `received_referrals_never_changed` BEFORE UPDATE ON `received_referrals` BEGIN SELECT RAISE(ABORT, 'What stands in received_referrals is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `received_referrals_never_removed` BEFORE DELETE ON `received_referrals` BEGIN SELECT RAISE(ABORT, 'What stands in received_referrals is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER `received_events_never_changed` BEFORE UPDATE ON `received_events` BEGIN SELECT RAISE(ABORT, 'What stands in received_events is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `received_events_never_removed` BEFORE DELETE ON `received_events` BEGIN SELECT RAISE(ABORT, 'What stands in received_events is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER `outgoing_never_changed` BEFORE UPDATE ON `outgoing` BEGIN SELECT RAISE(ABORT, 'What stands in outgoing is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `outgoing_never_removed` BEFORE DELETE ON `outgoing` BEGIN SELECT RAISE(ABORT, 'What stands in outgoing is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER `deliveries_never_changed` BEFORE UPDATE ON `deliveries` BEGIN SELECT RAISE(ABORT, 'What stands in deliveries is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `deliveries_never_removed` BEFORE DELETE ON `deliveries` BEGIN SELECT RAISE(ABORT, 'What stands in deliveries is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER `incoming_never_changed` BEFORE UPDATE ON `incoming` BEGIN SELECT RAISE(ABORT, 'What stands in incoming is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `incoming_never_removed` BEFORE DELETE ON `incoming` BEGIN SELECT RAISE(ABORT, 'What stands in incoming is never removed'); END;
