package io.github.secures3.analysis.evaluate.matching;

/**
 * An IPv4 or IPv6 address against an address or a range; what is neither, such as the name of a service, lies in no range.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IPAddress">IP
 *     address condition operators</a>
 */
final class IpAddressTest implements ValueTest {

    private final String text;
    private final IpRange expected;

    IpAddressTest(String text) {
        this.text = text;
        this.expected = IpRange.find(text).orElse(IpRange.NONE);
    }

    @Override
    public Truth fits(String actual, ContextView context) {
        boolean expectedUnknown = Symbols.hasToken(text);
        boolean actualUnknown = Symbols.hasToken(actual);
        if (expectedUnknown || actualUnknown) {
            boolean couldFit = (expectedUnknown || expected != IpRange.NONE)
                    && (actualUnknown || IpRange.find(actual).isPresent());
            return couldFit ? Unknown.in(text, actual) : Truth.FALSE;
        }
        return Truth.of(IpRange.find(actual).filter(expected::contains).isPresent());
    }
}
