package al.nrm.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Guessing gets slow, from one place over many accounts as at one account, and nobody is shut out for good. */
@Tag("database-independent")
class LoginThrottleTest {

    private static final String HERE = "192.0.2.7";
    private static final String ELSEWHERE = "198.51.100.9";

    private final MovedClock clock = new MovedClock();
    private final LoginThrottle throttle = new LoginThrottle(clock);

    @Test
    void tenWrongPasswordsAreLookedAtAndTheNextOneHalfAMinuteLater() {
        fail(10, "vatra");
        assertThat(throttle.delay(HERE, "vatra")).isEqualTo(Duration.ofSeconds(30));

        clock.pass(Duration.ofSeconds(30));
        assertThat(throttle.delay(HERE, "vatra")).isZero();
    }

    @Test
    void whoGuessesOnWaitsAgainButNeverLonger() {
        for (int hour = 0; hour < 120; hour++) {
            fail(throttle.delay(HERE, "vatra").isZero() ? 1 : 0, "vatra");
            clock.pass(Duration.ofSeconds(30));
        }
        assertThat(throttle.delay(HERE, "vatra")).isLessThanOrEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void aStrangersGuessesDoNotHoldUpTheOwnerAtAnotherPlace() {
        fail(10, "vatra");
        assertThat(throttle.delay(ELSEWHERE, "vatra")).isZero();
    }

    @Test
    void guessingOverManyAccountsIsSlowedDownAsWell() {
        for (int account = 0; account < 30; account++) {
            fail(1, "account-" + account);
        }
        assertThat(throttle.delay(HERE, "another")).isEqualTo(Duration.ofSeconds(10));
        assertThat(throttle.delay(ELSEWHERE, "another")).isZero();
    }

    @Test
    void theRightPasswordEndsTheAccountsWaitButNotThePlaces() {
        fail(9, "vatra");
        throttle.succeeded(HERE, "vatra");
        fail(9, "vatra");
        assertThat(throttle.delay(HERE, "vatra")).isZero();
        fail(12, "nrcvt");
        assertThat(throttle.delay(HERE, "vatra")).isPositive();
    }

    @Test
    void whoFailsOftenInOneMomentWaitsNoLessAndNoLonger() {
        fail(300, "vatra");
        assertThat(throttle.delay(HERE, "vatra")).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void aClockThatIsSetBackMakesNobodyWait() {
        fail(10, "vatra");
        clock.pass(Duration.ofDays(-30));
        assertThat(throttle.delay(HERE, "vatra")).isZero();
        fail(10, "vatra");
        assertThat(throttle.delay(HERE, "vatra")).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void manyAddressesDoNotFillTheMemory() {
        fail(10, "vatra");
        for (int address = 0; address < 20_000; address++) {
            throttle.failed("address-" + address, "vatra");
        }
        assertThat(throttle.delay(HERE, "vatra")).isZero();
        assertThat(throttle.remembered()).isEqualTo(20_000);
    }

    private void fail(int times, String account) {
        for (int time = 0; time < times; time++) {
            throttle.failed(HERE, account);
        }
    }

    /** A clock that goes when it is told. */
    private static final class MovedClock extends Clock {

        private Instant now = Instant.parse("2026-11-22T02:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
