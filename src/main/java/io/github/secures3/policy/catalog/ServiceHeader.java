package io.github.secures3.policy.catalog;

import java.net.URI;
import java.time.LocalDate;

/** Which service a data file describes, after which page, as of which day. */
record ServiceHeader(String prefix, String name, URI source, LocalDate asOf) {}
