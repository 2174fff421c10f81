package al.nrm.platform;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Slows down who guesses passwords: a source of requests may fail so often at once, and then once in a while, over all
 * accounts and at each. Nobody is shut out for good, and whoever succeeds spends nothing. Each node counts for itself in
 * bounded memory, so several nodes let through that many times more guesses, which is still few.
 */
@Component
class LoginThrottle {

    /** Over all accounts: colleagues may share an address. */
    private static final Allowance PER_SOURCE = new Allowance(30, Duration.ofSeconds(10));

    private static final Allowance PER_ACCOUNT = new Allowance(10, Duration.ofSeconds(30));
    private static final int MOST_REMEMBERED = 20_000;

    private final Clock clock;

    /** By source, and by source and account: until when the failures so far reach, one after the other. */
    private final Map<String, Long> spentUntil = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    private record Allowance(int atOnce, Duration each) {

        long overAt(long spentUntil, long now) {
            return isOfNow(spentUntil, now) ? spentUntil - (atOnce - 1) * each.toMillis() : now;
        }

        /** Who fails many times in the same moment spends no more than all there is. */
        long spent(long before, long now) {
            long spent = (isOfNow(before, now) ? Math.max(before, now) : now) + each.toMillis();
            return Math.min(spent, now + atOnce * each.toMillis());
        }

        /** Beyond all there is only a clock comes that was set back since. */
        private boolean isOfNow(long spentUntil, long now) {
            return spentUntil - now <= atOnce * each.toMillis();
        }
    }

    LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    /** How long to wait before the next attempt is looked at; zero where it may come now. */
    synchronized Duration delay(String source, String account) {
        long now = clock.millis();
        long free = Math.max(
                PER_SOURCE.overAt(spentUntil.getOrDefault(source, 0L), now),
                PER_ACCOUNT.overAt(spentUntil.getOrDefault(source + ' ' + account, 0L), now));
        return Duration.ofMillis(Math.max(0, free - now));
    }

    synchronized void failed(String source, String account) {
        spend(source, PER_SOURCE);
        spend(source + ' ' + account, PER_ACCOUNT);
    }

    synchronized void succeeded(String source, String account) {
        spentUntil.remove(source + ' ' + account);
    }

    synchronized int remembered() {
        return spentUntil.size();
    }

    private void spend(String key, Allowance allowance) {
        long now = clock.millis();
        long before = spentUntil.getOrDefault(key, 0L);
        spentUntil.put(key, allowance.spent(before, now));
    }
}
