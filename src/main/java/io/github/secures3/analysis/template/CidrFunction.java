package io.github.secures3.analysis.template;

import io.github.secures3.analysis.template.Resolved.Shape;
import io.github.secures3.policy.UnresolvedToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code Fn::Cidr}: IPv4 blocks of equal size within one block. What it makes of IPv6 is left unknown.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-cidr.html">Fn::Cidr</a>
 */
final class CidrFunction {

    private static final int MOST_BLOCKS = 256;
    private static final int BITS = 32;

    private final StackScope stack;

    CidrFunction(StackScope stack) {
        this.stack = stack;
    }

    Resolved cidr(Node argument, Place place) {
        Resolver resolver = stack.resolver();
        Resolved arguments = resolver.resolve(argument);
        if (!(arguments instanceof Resolved.Items items)
                || items.items().size() < 2
                || items.items().size() > 3) {
            return resolver.unknown(place, "Fn::Cidr", "Fn::Cidr takes a block, a count and the bits of a host");
        }
        List<String> texts = items.items().stream().map(resolver::text).toList();
        if (texts.stream().anyMatch(UnresolvedToken::isIn)) {
            return resolver.derived(place, "Fn::Cidr", Shape.LIST, arguments);
        }
        Optional<List<Resolved>> blocks = blocks(texts, place);
        return blocks.isPresent()
                ? new Resolved.Items(place, blocks.get())
                : resolver.derived(place, "Fn::Cidr", Shape.LIST, arguments);
    }

    private static Optional<List<Resolved>> blocks(List<String> texts, Place place) {
        String[] block = texts.get(0).split("/", -1);
        long base = block.length == 2 ? address(block[0]) : -1;
        int prefix = block.length == 2 ? number(block[1], BITS) : -1;
        int count = number(texts.get(1), MOST_BLOCKS);
        int hostBits = texts.size() == 3 ? number(texts.get(2), BITS) : 8;
        boolean fits = base >= 0 && prefix >= 0 && count >= 1 && hostBits >= 0 && prefix + hostBits <= BITS;
        if (!fits || ((long) count << hostBits) > (1L << (BITS - prefix))) {
            return Optional.empty();
        }
        long start = base >> (BITS - prefix) << (BITS - prefix);
        List<Resolved> blocks = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            long first = start + ((long) at << hostBits);
            blocks.add(Resolved.text(place, dotted(first) + "/" + (BITS - hostBits)));
        }
        return Optional.of(blocks);
    }

    private static long address(String text) {
        String[] parts = text.split("\\.", -1);
        long address = 0;
        for (String part : parts) {
            int octet = number(part, 255);
            if (octet < 0) {
                return -1;
            }
            address = address << 8 | octet;
        }
        return parts.length == 4 ? address : -1;
    }

    private static String dotted(long address) {
        return (address >> 24 & 255) + "." + (address >> 16 & 255) + "." + (address >> 8 & 255) + "." + (address & 255);
    }

    private static int number(String text, int largest) {
        boolean digits = !text.isEmpty() && text.length() <= 3 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        int number = digits ? Integer.parseInt(text) : -1;
        return number <= largest ? number : -1;
    }
}
