package al.nrm.evidence;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A daemon that speaks ClamAV's protocol over a real socket and knows one virus, the harmless one that all scanners know. */
final class FakeClamAv {

    /** In two pieces, so that no scanner takes this source for it. */
    static final String TEST_VIRUS = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    private final ServerSocket socket;
    private final Thread daemon;
    private volatile String answer;
    private volatile byte[] received = {};

    FakeClamAv() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon = new Thread(this::serve, "fake ClamAV");
        daemon.setDaemon(true);
        daemon.start();
    }

    String address() {
        return socket.getInetAddress().getHostAddress() + ":" + socket.getLocalPort();
    }

    /** What it says whatever it is sent; empty: nothing. */
    void say(String always) {
        answer = always;
    }

    void judgeAgain() {
        answer = null;
    }

    byte[] received() {
        return received;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                received = read(new DataInputStream(client.getInputStream()));
                String verdict = answer != null ? answer : verdict();
                client.getOutputStream().write(verdict.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException gone) {
                // The next one may speak better.
            }
        }
    }

    private String verdict() {
        return new String(received, StandardCharsets.ISO_8859_1).contains(TEST_VIRUS)
                ? "stream: Eicar-Signature FOUND\0"
                : "stream: OK\0";
    }

    private static byte[] read(DataInputStream client) throws IOException {
        byte[] command = client.readNBytes("zINSTREAM\0".length());
        if (!new String(command, StandardCharsets.US_ASCII).equals("zINSTREAM\0")) {
            throw new IOException("Another command than the one for a stream");
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (int length = client.readInt(); length > 0; length = client.readInt()) {
            file.writeBytes(client.readNBytes(length));
        }
        return file.toByteArray();
    }

    void stop() throws IOException, InterruptedException {
        socket.close();
        // It may be about to take one more.
        daemon.join();
    }
}
