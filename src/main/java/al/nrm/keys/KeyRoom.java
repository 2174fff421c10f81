package al.nrm.keys;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Opens the key store with the master key before anything of a case is read or written. */
@Configuration
class KeyRoom {

    @Bean
    KeySettings keySettings(Environment settings) {
        return KeySettings.of(settings);
    }

    @Bean
    KeyStore keyStore(KeySettings settings) {
        return new KeyStore(settings.url(), settings.user(), settings.password());
    }

    @Bean
    MasterKeys masterKeys(KeySettings settings) {
        return new GivenMasterKeys(settings.masterKeys());
    }

    @Bean
    CaseKeys caseKeys(KeyStore store, MasterKeys masters) {
        CaseKeys keys = new CaseKeys(store, masters);
        keys.rewrap();
        return keys;
    }
}
