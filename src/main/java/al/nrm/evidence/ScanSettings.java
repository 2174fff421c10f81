package al.nrm.evidence;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A scanner where its address is configured; without one every file says that nobody looked into it. */
@Configuration
class ScanSettings {

    private static final Logger LOG = LoggerFactory.getLogger(ScanSettings.class);

    @Bean
    ScanFile scanFile(@Value("${nrm.scan.clamav-address:}") String address) {
        if (!address.isBlank()) {
            return new ClamAv(address.strip());
        }
        LOG.warn("No virus scanner is configured (NRM_SCAN_CLAMAV_ADDRESS): files are taken and handed out unscanned");
        return new ScanFile() {
            @Override
            public boolean isOn() {
                return false;
            }

            @Override
            public ScanState scan(byte[] file) {
                return ScanState.UNSCANNED;
            }
        };
    }
}
