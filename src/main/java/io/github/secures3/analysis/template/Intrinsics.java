package io.github.secures3.analysis.template;

import java.util.HashMap;
import java.util.Map;

/**
 * The intrinsic functions of a stack by name. {@code Fn::Transform}, {@code Fn::GetAZs} and {@code Fn::ForEach} are not among them: what they
 * give is unknown.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html">Intrinsic functions</a>
 */
final class Intrinsics {

    private Intrinsics() {}

    static Map<String, Intrinsic> of(StackScope stack) {
        Map<String, Intrinsic> functions = new HashMap<>();
        ReferenceFunctions references = new ReferenceFunctions(stack);
        functions.put("Ref", references::ref);
        functions.put("Fn::GetAtt", references::getAtt);
        functions.put("Fn::ImportValue", references::importValue);
        functions.put("Fn::Sub", new SubFunction(stack)::sub);
        TextFunctions texts = new TextFunctions(stack);
        functions.put("Fn::Join", texts::join);
        functions.put("Fn::Split", texts::split);
        functions.put("Fn::Base64", texts::base64);
        functions.put("Fn::ToJsonString", texts::toJsonString);
        ListFunctions lists = new ListFunctions(stack);
        functions.put("Fn::Select", lists::select);
        functions.put("Fn::Length", lists::length);
        functions.put("Fn::GetAZs", lists::availabilityZones);
        functions.put("Fn::Cidr", new CidrFunction(stack)::cidr);
        ChoiceFunctions choices = new ChoiceFunctions(stack);
        functions.put("Fn::If", choices::branch);
        functions.put("Fn::FindInMap", choices::findInMap);
        return functions;
    }
}
