package al.nrm.audit;

import java.time.Instant;

/** One record before it has a place in its chain; the instant is told to the millisecond, as the database keeps it. */
record Entry(Instant at, String kind, String worker, String subject, String caseNumber, String details) {}
