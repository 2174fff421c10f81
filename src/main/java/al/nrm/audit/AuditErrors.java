package al.nrm.audit;

import al.nrm.language.Words;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Tells the auditor which field of his question was wrong, and why. */
@RestControllerAdvice(assignableTypes = AuditApi.class)
class AuditErrors {

    @ExceptionHandler
    ResponseEntity<Map<String, String>> refuse(AskedWrongly wrong) {
        return refusal(wrong.status(), wrong.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> refuse(MethodArgumentTypeMismatchException wrong) {
        return refusal(HttpStatus.BAD_REQUEST, wrong.getName() + ": " + Words.say("must be a whole number"));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> refuse(MissingServletRequestParameterException missing) {
        return refusal(HttpStatus.BAD_REQUEST, missing.getParameterName() + ": " + Words.say("required"));
    }

    private static ResponseEntity<Map<String, String>> refusal(HttpStatus status, String message) {
        return ResponseEntity.status(status).body(Map.of("type", "RequestRefused", "message", message));
    }
}
