-- Messages to (out) and from (in) focal points abroad, each once. The body is sealed under its case's key; the digest is keyed,
-- and tells a repeated message from another one under the same number.
create table nrm_transnational_message (
    direction       varchar(3)   not null,
    partner         varchar(3)   not null,
    message_id      varchar(64)  not null,
    case_number     varchar(32)  not null,
    message_type    varchar(32)  not null,
    digest          bytea        not null,
    body            bytea        not null,
    recorded_at     timestamp(3) not null,
    delivered_at    timestamp(3),
    acknowledged_at timestamp(3),
    constraint nrm_transnational_message_pk primary key (direction, partner, message_id)
);

create index nrm_transnational_message_case on nrm_transnational_message (case_number);
