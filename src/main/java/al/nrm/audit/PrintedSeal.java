package al.nrm.audit;

import java.time.Instant;

/**
 * A seal as it is sent out.
 *
 * @param code what a later verification takes to hold the trail against it
 */
record PrintedSeal(long number, Instant at, long chains, String code) {

    static PrintedSeal of(Seal seal) {
        return new PrintedSeal(seal.number(), seal.at(), seal.chains(), seal.code());
    }
}
