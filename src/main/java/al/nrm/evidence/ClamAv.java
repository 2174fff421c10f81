package al.nrm.evidence;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends a file to ClamAV's daemon as a stream, and takes nothing but its plain "OK" for harmless. */
class ClamAv implements ScanFile {

    private static final Logger LOG = LoggerFactory.getLogger(ClamAv.class);
    private static final int STANDARD_PORT = 3310;
    private static final int CONNECT_MILLIS = 5_000;
    private static final int ANSWER_MILLIS = 60_000;
    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_ANSWER = 1024;

    private final String host;
    private final int port;

    /**
     * @param address host or host:port
     */
    ClamAv(String address) {
        URI daemon = URI.create("clamav://" + address);
        if (daemon.getHost() == null) {
            throw new IllegalArgumentException("nrm.scan.clamav-address is a host, or host:port");
        }
        host = daemon.getHost();
        port = daemon.getPort() < 0 ? STANDARD_PORT : daemon.getPort();
    }

    @Override
    public boolean isOn() {
        return true;
    }

    @Override
    public ScanState scan(byte[] file) {
        try (Socket daemon = new Socket()) {
            daemon.setSoTimeout(ANSWER_MILLIS);
            daemon.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            send(file, new DataOutputStream(new BufferedOutputStream(daemon.getOutputStream())));
            String answer = new String(daemon.getInputStream().readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8);
            if (answer.equals("stream: OK\0")) {
                return ScanState.CLEAN;
            }
            if (answer.startsWith("stream: ") && answer.endsWith(" FOUND\0")) {
                return ScanState.QUARANTINED;
            }
            LOG.warn("The virus scanner gave no verdict");
        } catch (IOException unreachable) {
            LOG.warn(
                    "The virus scanner does not answer: {}",
                    unreachable.getClass().getSimpleName());
        }
        return ScanState.WAITING;
    }

    /** Chunks, each after its length; one of no length is the end. */
    private static void send(byte[] file, DataOutputStream daemon) throws IOException {
        daemon.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
        for (int from = 0; from < file.length; from += CHUNK) {
            int length = Math.min(CHUNK, file.length - from);
            daemon.writeInt(length);
            daemon.write(file, from, length);
        }
        daemon.writeInt(0);
        daemon.flush();
    }
}
