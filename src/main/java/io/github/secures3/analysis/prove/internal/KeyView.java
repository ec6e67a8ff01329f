package io.github.secures3.analysis.prove.internal;

/** The context keys of a call, as all requests in question carry them. */
interface KeyView {

    /** What requests carry under this key, given in lower case. */
    KeyValue get(String key);
}
