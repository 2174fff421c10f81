package al.nrm.audit;

import static org.assertj.core.api.Assertions.assertThat;

import al.nrm.ProcessTest;
import al.nrm.platform.Caller;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.session.HttpSessionDestroyedEvent;

/** Who came in, who did not and who left is in the trail, and what was typed as a name and is none is not. */
@ProcessTest
class RecordLoginsTest {

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Workers workers;

    @Autowired
    private ApplicationEventPublisher events;

    @LocalServerPort
    private int port;

    private Trails trail;

    @BeforeEach
    void forget() {
        trail = new Trails(jdbc);
    }

    @Test
    void aLoginAndALogoutAreRecordedOnceEach() {
        Caller person = Caller.browser(port, "vatra", "tasklist");
        assertThat(person.post("/camunda/api/admin/auth/user/default/logout", "{}")
                        .statusCode())
                .isEqualTo(302);
        assertThat(trail.reads()).extracting(Trails.Row::kind).containsExactly("login.succeeded", "login.ended");
        assertThat(trail.reads()).allMatch(row -> row.worker().equals(workers.pseudonym("vatra")));
    }

    @Test
    void aWrongPasswordIsRecordedForThePersonWhoseNameWasGiven() {
        Caller.stranger(port).logIn("vatra", "Wrong-Password-1");
        Caller.program(port, "vatra", "Wrong-Password-1").get("/engine-rest/task");
        assertThat(trail.reads())
                .hasSize(2)
                .allMatch(row -> row.kind().equals("login.refused"))
                .allMatch(row -> row.worker().equals(workers.pseudonym("vatra")));
        assertThat(trail.reads().toString()).doesNotContain("Wrong-Password-1", "vatra");
    }

    @Test
    void whoTypesAPasswordAsNameFindsItNowhere() {
        Caller.stranger(port).logIn("Secret-Of-Mine", "x");
        assertThat(trail.reads()).singleElement().satisfies(row -> {
            assertThat(row.kind()).isEqualTo("login.refused");
            assertThat(row.worker()).isEqualTo(Reads.NOBODY);
            assertThat(row.toString()).doesNotContain("Secret");
        });
        assertThat(jdbc.queryForList("select pseudonym from nrm_worker", String.class))
                .doesNotContain(workers.pseudonym("Secret-Of-Mine"));
    }

    @Test
    void failuresFromOneSourceCanBeToldFromOthersWithoutTheAddress() {
        Caller.stranger(port).logIn("vatra", "x");
        assertThat(trail.reads()).singleElement().satisfies(row -> assertThat(row.details())
                .containsPattern("\"source\":\"[0-9a-f]{16}\"")
                .doesNotContain("127.0.0.1"));
    }

    @Test
    void aProgramsPasswordIsNoLoginOfItsOwn() {
        Caller.program(port, "vatra", "demo").get("/engine-rest/task/count");
        assertThat(trail.reads()).extracting(Trails.Row::kind).containsExactly("case.read");
    }

    @Test
    void whoIsNobodyIsRefusedAsNobody() {
        Caller.stranger(port).get("/engine-rest/task");
        assertThat(trail.reads()).singleElement().satisfies(row -> {
            assertThat(row.is("request.refused", "GET /engine-rest/task")).isTrue();
            assertThat(row.worker()).isEqualTo(Reads.NOBODY);
        });
    }

    @Test
    void aSessionThatRunsOutIsRecorded() {
        MockHttpSession session = new MockHttpSession();
        session.setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                new SecurityContextImpl(new TestingAuthenticationToken("vatra", null, List.of())));
        events.publishEvent(new HttpSessionDestroyedEvent(session));
        assertThat(trail.reads()).extracting(Trails.Row::kind).containsExactly("login.expired");
    }

    @Test
    void whoCannotBeRecordedDoesNotComeIn() {
        Caller person = Caller.stranger(port);
        jdbc.execute("alter table nrm_trail rename to nrm_trail_away");
        try {
            assertThat(person.logIn("vatra", "demo").statusCode()).isEqualTo(503);
        } finally {
            jdbc.execute("alter table nrm_trail_away rename to nrm_trail");
        }
        assertThat(person.get("/camunda/api/admin/auth/user/default").statusCode())
                .isEqualTo(401);
    }
}
