package io.github.secures3.constructs.accesspoint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Over how many stacks the access points of a set are spread. CloudFormation takes 500 resources a stack, of which points get 490.
 *
 * <p>The stack of a point follows from its name and the number of stacks alone, so that adding or removing one point moves no other. A moved
 * point would be deleted and made anew: an outage, and a new alias. So the number is chosen once, for the number of points the set may grow
 * to, see {@link #stacksFor}; changing it later moves nearly all. When a set is full, make a second one.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html">CloudFormation quotas</a>
 * @since 0.1
 */
public final class AccessPointSpread {

    /** How many points a stack holds at most. */
    static final int STACK_CAPACITY = 490;

    /** CloudFormation changes at most 2,500 resources of a stack and its nested stacks in one operation, the stacks included. */
    static final int NESTED_CAPACITY = 2_400;

    /** The mean load at which hardly any of some hundred stacks is overfull: three and a half standard deviations of room. */
    private static final int COMFORTABLE_LOAD = 400;

    private static final int MOST_STACKS = 2_000;

    /** Where the points go. */
    enum Kind {
        ONE_STACK,
        NESTED_STACKS,
        STACKS
    }

    private final Kind kind;
    private final int count;

    private AccessPointSpread(Kind kind, int count) {
        this.kind = kind;
        this.count = count;
    }

    /** All points in the stack of the set, beside its other resources. */
    public static AccessPointSpread oneStack() {
        return new AccessPointSpread(Kind.ONE_STACK, 1);
    }

    /**
     * The points in nested stacks of the set's stack, deployed and rolled back together; up to 2,400 points.
     *
     * @param count how many, 1 to 100
     * @throws IllegalArgumentException if the count is out of range
     */
    public static AccessPointSpread nestedStacks(int count) {
        return new AccessPointSpread(Kind.NESTED_STACKS, inRange(count, 100));
    }

    /**
     * The points in stacks of their own, deployed one by one; any number of points. Only here can points belong to other accounts; each
     * account then has as many stacks.
     *
     * @param count how many, 1 to 2,000, the number of stacks that an account may have by default
     * @throws IllegalArgumentException if the count is out of range
     */
    public static AccessPointSpread stacks(int count) {
        return new AccessPointSpread(Kind.STACKS, inRange(count, MOST_STACKS));
    }

    /**
     * How many stacks so many points need.
     *
     * @param points the number of points that the set may ever hold, 1 to 800,000
     * @throws IllegalArgumentException if the number is out of range
     */
    public static int stacksFor(int points) {
        int most = MOST_STACKS * COMFORTABLE_LOAD;
        if (points < 1 || points > most) {
            throw new IllegalArgumentException(
                    "a set of " + points + " access points cannot be spread; give 1 to " + most);
        }
        return points <= STACK_CAPACITY ? 1 : (points + COMFORTABLE_LOAD - 1) / COMFORTABLE_LOAD;
    }

    Kind kind() {
        return kind;
    }

    /** The number of the stack that a point goes to, from 0. */
    int stackOf(String pointName) {
        return count == 1 ? 0 : (int) Long.remainderUnsigned(hash(pointName), count);
    }

    /** The hash is part of the contract: another one would move points. */
    private static long hash(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static int inRange(int count, int most) {
        if (count < 1 || count > most) {
            throw new IllegalArgumentException(
                    "access points cannot be spread over " + count + " stacks; give 1 to " + most);
        }
        return count;
    }
}
