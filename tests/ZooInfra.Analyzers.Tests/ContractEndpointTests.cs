using Microsoft.CodeAnalysis.Testing;
using ZooInfra.Contracts;

namespace ZooInfra.Analyzers.Tests;

public sealed class ContractEndpointTests
{
    private const string Served = "serve a text, a flag, a whole or decimal number, an enum, a day, an instant, a list of those or a record of those";

    [Theory]
    [InlineData("[ContractEndpoint({|#0:\"dataResidency\"|})] public static string X => \"\";", "is called 'dataResidency', which is no snake_case name of at most 60 letters; write one like data_residency")]
    [InlineData("[ContractEndpoint({|#0:\"\"|})] public static string X => \"\";", "is called '', which is no snake_case name of at most 60 letters; write one like data_residency")]
    [InlineData("[ContractEndpoint({|#0:null|})] public static string X => \"\";", "is called 'null', which is no snake_case name of at most 60 letters; write one like data_residency")]
    [InlineData("[ContractEndpoint({|#0:\"sla\"|})] public static string X => \"\";", "takes the name 'sla', which the API serves itself; choose another one")]
    [InlineData("[ContractEndpoint(\"x\")] public static string Y => \"\"; [ContractEndpoint({|#0:\"x\"|})] public static string X => \"\";", "takes the name 'x', which another member of the class has; choose another one")]
    [InlineData("[ContractEndpoint(\"x\")] public string {|#0:X|} => \"\";", "is not static; a contract is answered without an instance of its client")]
    [InlineData("[ContractEndpoint(\"x\")] private static string {|#0:X|} => \"\";", "cannot be seen by the registry of clients; make it internal or public")]
    [InlineData("[ContractEndpoint(\"x\")] public static string {|#0:X|} { private get => \"\"; set { } }", "cannot be seen by the registry of clients; make it internal or public")]
    [InlineData("[ContractEndpoint(\"x\")] public static string {|#0:X|} { set { } }", "cannot be read; give it a get accessor")]
    [InlineData("[ContractEndpoint(\"x\")] public static T {|#0:X|}<T>() => default;", "is generic; give it the types that it needs")]
    [InlineData("[ContractEndpoint(\"x\")] public static int {|#0:X|}(int y) => y;", "has parameters; a request has no arguments for them")]
    [InlineData("[ContractEndpoint(\"x\")] public static void {|#0:X|}() { }", "gives nothing; let it return the answer")]
    [InlineData("private static int _x; [ContractEndpoint(\"x\")] public static ref int {|#0:X|} => ref _x;", "gives a reference; return the value")]
    [InlineData("[ContractEndpoint(\"x\")] public static object {|#0:X|} => 1;", "gives object, which cannot be served; " + Served)]
    [InlineData("[ContractEndpoint(\"x\")] public static System.Threading.Tasks.Task<int> {|#0:X|}() => null;", "gives Task<int>, which cannot be served; " + Served)]
    [InlineData("[ContractEndpoint(\"x\")] public static System.Collections.Generic.Dictionary<string, int> {|#0:X|} => null;", "gives KeyValuePair<string, int>, which cannot be served; " + Served)]
    [InlineData("public record R(R[] Next); [ContractEndpoint(\"x\")] public static R {|#0:X|} => null;", "gives R, a record that contains itself; " + Served)]
    [InlineData("public record R; [ContractEndpoint(\"x\")] public static R {|#0:X|} => null;", "gives R, a record without public properties; " + Served)]
    public Task A_member_that_cannot_be_served_is_an_error_that_says_why(string members, string why) => Verify.DiagnosticsAsync<ContractEndpointAnalyzer>(
        Client(members),
        [],
        Verify.Diagnostic(AuthoringRules.UnservedEndpoint, $"Acme.X {why}").WithLocation(0));

    [Fact]
    public Task A_member_of_a_class_that_is_no_client_is_an_error() => Verify.DiagnosticsAsync<ContractEndpointAnalyzer>(
        Client("") + " public class Other { [ContractEndpoint(\"x\")] public static int {|#0:X|} => 1; }",
        [],
        Verify.Diagnostic(AuthoringRules.UnservedEndpoint, "Other.X stands in a class that is no client; put it in a class with [Tenant]").WithLocation(0));

    [Fact]
    public Task Everything_that_can_be_served_is_silent() => Verify.NothingAsync<ContractEndpointAnalyzer>(Client("""
        public enum Tier { Gold }
        public record Place(string City, Tier Tier, System.DateOnly Since);
        [ContractEndpoint("data_residency")] public static string A => "";
        [ContractEndpoint("b")] internal static int? B() => 1;
        [ContractEndpoint("c")] public static System.Collections.Generic.IEnumerable<Place> C() => null;
        [ContractEndpoint("d")] public static decimal[] D => null;
        [ContractEndpoint("e")] public static System.DateTimeOffset E => default;
        """));

    [Fact]
    public Task A_type_that_does_not_compile_is_the_compilers_to_report() => Verify.DiagnosticsAsync<ContractEndpointAnalyzer>(
        Client("[ContractEndpoint(\"x\")] public static {|#0:Unknown|} X => null;"),
        [],
        DiagnosticResult.CompilerError("CS0246").WithLocation(0).WithArguments("Unknown"));

    // The attribute stands beside the components, which these sources do without.
    private const string Attribute = "namespace ZooInfra { public sealed class ContractEndpointAttribute : System.Attribute { public ContractEndpointAttribute(string name) { } } }";

    private static string Client(string members) => Sources.Client("[Tenant(\"a\")]").Replace("{ }", "{ " + members + " }", StringComparison.Ordinal) + "\n" + Attribute;
}
