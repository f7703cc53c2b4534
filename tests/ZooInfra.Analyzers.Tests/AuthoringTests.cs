using ZooInfra.Contracts;

namespace ZooInfra.Analyzers.Tests;

public sealed class AuthoringTests
{
    private const string FormHint = "write it as a top-level public sealed partial class Acme : TenantStack";

    [Fact]
    public Task An_unreadable_contract_file_is_marked_and_nothing_else_is_said() => Verify.DiagnosticsAsync<ClientAnalyzer>(
        Sources.Client("[Tenant(\"a\")]\n[Sla(99.99)]\n[PatchWindow(\"Mon\", \"02:00-04:00\", Zone = \"UTC\")]"),
        [("/0/contracts/a.contract.yaml", "client: A\nbilling_model: [tiered]\n")],
        Verify.Diagnostic(AuthoringRules.UnreadableFile, "'billing_model' is one value, not a list").WithSpan("/0/contracts/a.contract.yaml", 2, 16, 2, 23));

    [Fact]
    public Task An_unknown_key_is_marked_with_the_nearest_known_one() => Verify.DiagnosticsAsync<ClientAnalyzer>(
        Sources.Client("[Tenant(\"a\")]"),
        [("/0/a.contract.yaml", "client: A\n{|#0:biling_model|}: tiered\n")],
        Verify.Diagnostic(AuthoringRules.UnknownKey, "A contract file has no key 'biling_model'; did you mean 'billing_model'?").WithLocation(0));

    [Fact]
    public Task A_value_in_a_file_that_cannot_be_read_is_marked_there() => Verify.DiagnosticsAsync<ClientAnalyzer>(
        Sources.Client("[Tenant(\"a\")]"),
        [("/0/a.contract.yaml", "client: A\nbilling_model: {|#0:flat|}\n")],
        Verify.Diagnostic(PromiseRules.UnreadableValue, "Billing model 'flat' is unknown; it is one of per-seat, static_mrr, static_mrr_plus_usage, tiered").WithLocation(0));

    [Fact]
    public Task Other_additional_files_are_left_alone()
        => Verify.NothingAsync<ClientAnalyzer>(Sources.Client("[Tenant(\"a\")]"), ("/0/a.yaml", "[[["));

    [Theory]
    [InlineData("\"big gov\"", "big gov")]
    [InlineData("\"..\"", "..")]
    [InlineData("\"\"", "")]
    [InlineData("null", "null")]
    public Task An_id_that_is_no_stack_name_is_an_error(string argument, string shown) => Verify.DiagnosticsAsync<ClientClassAnalyzer>(
        Sources.Client($"[Tenant({{|#0:{argument}|}})]"),
        [],
        Verify.Diagnostic(AuthoringRules.InvalidId, $"'{shown}' cannot be a client id: it names a stack, a path and a URL, so use 1 to 100 of A-Z a-z 0-9 _ . - and not only . or ..").WithLocation(0));

    [Fact]
    public Task A_file_whose_name_is_no_stack_name_is_an_error() => Verify.DiagnosticsAsync<ClientAnalyzer>(
        Sources.Client("[Tenant(\"a\")]"),
        [("/0/big gov.contract.yaml", "client: BigGov\n")],
        Verify.Diagnostic(AuthoringRules.InvalidId, "'big gov' cannot be a client id: it names a stack, a path and a URL, so use 1 to 100 of A-Z a-z 0-9 _ . - and not only . or ..").WithSpan("/0/big gov.contract.yaml", 1, 1, 1, 1));

    [Fact]
    public Task The_second_client_with_an_id_is_marked_and_the_first_named() => Verify.DiagnosticsAsync<ClientIdsAnalyzer>(
        """
        using ZooInfra;
        namespace P;
        [Tenant({|#0:"acme"|})]
        public sealed partial class Acme : TenantStack { }
        [Tenant("other")]
        public sealed partial class Other : TenantStack { }
        [Tenant({|#1:"ACME"|})]
        public sealed partial class Zebra : TenantStack { }
        """,
        [],
        Verify.Diagnostic(AuthoringRules.DuplicateId, "Client id 'ACME' is already that of P.Acme; give each client an id of its own (ids become file names, so case does not tell them apart)").WithLocation(1).WithLocation(0));

    [Fact]
    public Task The_second_contract_file_with_an_id_is_marked_and_the_first_named() => Verify.DiagnosticsAsync<ClientIdsAnalyzer>(
        Sources.Client("[Tenant(\"a\")]"),
        [("/0/x/a.contract.yaml", "client: A\n"), ("/0/y/A.contract.yaml", "client: A\n")],
        Verify.Diagnostic(AuthoringRules.DuplicateId, "Client id 'A' is already that of a.contract.yaml; give each client an id of its own (ids become file names, so case does not tell them apart)")
            .WithSpan("/0/y/A.contract.yaml", 1, 1, 1, 1).WithSpan("/0/x/a.contract.yaml", 1, 1, 1, 1));

    [Fact]
    public Task A_contract_file_without_a_class_is_an_error() => Verify.DiagnosticsAsync<ClientIdsAnalyzer>(
        Sources.Client("[Tenant(\"a\")]"),
        [("/0/a.contract.yaml", "client: A\n"), ("/0/ghost.contract.yaml", "client: Ghost\n")],
        Verify.Diagnostic(AuthoringRules.FileWithoutClass, "No class has [Tenant(\"ghost\")], so nothing keeps this contract; write the class or rename the file to the id of its client").WithSpan("/0/ghost.contract.yaml", 1, 1, 1, 1));

    [Theory]
    [InlineData("[Tenant(\"biggov\")]\n[Sla({|#0:99.9|})]", "99.99", "sla.availability", "99.9", "99.99")]
    [InlineData("[Tenant(\"biggov\")]\n[Billing({|#0:BillingModel.Tiered|})]", "static_mrr_plus_usage", "billing_model", "tiered", "static_mrr_plus_usage")]
    [InlineData("[Tenant(\"biggov\", {|#0:Name = \"Big\"|})]", "BigGov", "client.name", "Big", "BigGov")]
    [InlineData("[Tenant(\"biggov\")]\n[{|#0:PatchWindow(\"Mon\", \"02:00-04:00\", Zone = \"UTC\")|}]", "patch_window", "patch_window", "Mon 02:00-04:00 UTC", "Mon, Wed 02:00–04:00 UTC")]
    [InlineData("[Tenant({|#0:\"BIGGOV\"|})]", "BigGov", "client", "BIGGOV", "biggov")]
    public Task A_class_that_contradicts_its_file_is_marked_on_both_sides(string attributes, string inFile, string fact, string classValue, string fileValue)
        => Verify.DiagnosticsAsync<ClientAnalyzer>(
            Sources.Client(attributes),
            [("/0/contracts/biggov.contract.yaml", Sources.BigGovFile.Replace(inFile, $"{{|#1:{inFile}|}}", StringComparison.Ordinal))],
            Verify.Diagnostic(AuthoringRules.Disagreement, $"Acme says {fact} is '{classValue}', but the signed contract file biggov.contract.yaml says '{fileValue}'; make the class say the same or leave it out")
                .WithLocation(0).WithLocation(1));

    [Fact]
    public Task A_class_that_says_the_same_in_other_words_is_fine() => Verify.NothingAsync<ClientAnalyzer>(
        Sources.Client("""
            [Tenant("biggov", Name = "BigGov")]
            [Sla(99.990, PatchWindows = WindowAccounting.Excluded)]
            [Billing(BillingModel.StaticMrrPlusUsage)]
            [PatchWindow("Wednesday", "02:00-04:00", Zone = "UTC")]
            [PatchWindow("mon", "02:00-04:00", Zone = "UTC", MaxDowntime = "10m")]
            """),
        ("/0/contracts/biggov.contract.yaml", Sources.BigGovFile));

    [Theory]
    [InlineData("public sealed class {|#0:Acme|} : TenantStack { }", "is not partial")]
    [InlineData("public sealed partial class {|#0:Acme|} { }", "does not derive from ZooInfra.TenantStack")]
    [InlineData("public abstract partial class {|#0:Acme|} : TenantStack { }", "is abstract")]
    [InlineData("public sealed partial class {|#0:Acme|}<T> : TenantStack { }", "is generic")]
    [InlineData("file sealed partial class {|#0:Acme|} : TenantStack { }", "is file-local")]
    [InlineData("public static class {|#0:Acme|} { }", "is not partial and is static and does not derive from ZooInfra.TenantStack")]
    public Task A_class_that_cannot_be_a_stack_is_an_error(string declaration, string fault) => Verify.DiagnosticsAsync<ClientClassAnalyzer>(
        Sources.Client("[Tenant(\"acme\")]", declaration),
        [],
        Verify.Diagnostic(AuthoringRules.ClientClassForm, $"Client class Acme {fault}; {FormHint}").WithLocation(0));

    [Fact]
    public Task A_nested_client_class_is_an_error() => Verify.DiagnosticsAsync<ClientClassAnalyzer>(
        "using ZooInfra;\npublic static partial class Outer { [Tenant(\"acme\")] public sealed partial class {|#0:Acme|} : TenantStack { } }",
        [],
        Verify.Diagnostic(AuthoringRules.ClientClassForm, $"Client class Acme is nested; {FormHint}").WithLocation(0));

    [Theory]
    [InlineData("public sealed partial class Acme : TenantStack { }")]
    [InlineData("internal partial class Acme : Middle { } internal abstract class Middle : TenantStack { }")]
    [InlineData("public sealed partial class Acme : TenantStack { } public sealed partial class Acme { }")]
    public Task A_class_that_can_be_a_stack_is_fine(string declaration)
        => Verify.NothingAsync<ClientClassAnalyzer>(Sources.Client("[Tenant(\"acme\")]", declaration));
}
