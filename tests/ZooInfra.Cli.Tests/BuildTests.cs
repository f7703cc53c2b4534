using ZooInfra.Api.Onboarding;

namespace ZooInfra.Cli.Tests;

/// <summary>What <c>dotnet build</c> says when a client's code or contract is wrong: a copy of the example platform is edited and built.</summary>
public sealed class BuildTests : IDisposable
{
    private readonly StacksCopy _copy = new();

    public void Dispose() => _copy.Dispose();

    [Fact]
    public async Task Windows_that_count_against_four_nines_are_one_error_with_both_numbers_and_the_honest_promise()
    {
        _copy.Edit("AcmeCorp.cs", "WindowAccounting.Excluded", "WindowAccounting.Counted");

        var error = Assert.Single(await _copy.BuildErrorsAsync());

        Assert.StartsWith("AcmeCorp.cs(9,6): error ZOO1001: ", error, StringComparison.Ordinal);
        Assert.Contains("allows 4.464 minutes", error, StringComparison.Ordinal);
        Assert.Contains("1200 minutes", error, StringComparison.Ordinal);
        Assert.Contains("97.3118 %", error, StringComparison.Ordinal);
        Assert.Contains("MSA 4.2", error, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Repository.Root, "docs", "rules", "ZOO1001.md")));
    }

    [Theory]
    [InlineData("contracts/biggov.contract.yaml", "days: [Mon, Wed]", "days: [Mon, Wed", @"^contracts/biggov\.contract\.yaml\(6,\d+\): error ZOO9010: ")]
    [InlineData("contracts/biggov.contract.yaml", "billing_model:", "biling_model:", @"^contracts/biggov\.contract\.yaml\(4,1\): error ZOO9011: .*biling_model.*billing_model")]
    [InlineData("contracts/biggov.contract.yaml", "client: BigGov", "client: Big Government", @"^BigGov\.cs\(8,\d+\): error ZOO9014: .*Big Government")]
    [InlineData("AcmeCorp.cs", "\"acme_corp\"", "\"acme corp\"", @"^AcmeCorp\.cs\(8,9\): error ZOO9012: .*acme corp")]
    [InlineData("OrgX.cs", "\"orgx\"", "\"acme_corp\"", @"^OrgX\.cs\(\d+,9\): error ZOO9013: .*acme_corp")]
    [InlineData("AcmeCorp.cs", "02:00-04:00", "02:00–04:00", @"^AcmeCorp\.cs\(12,\d+\): error ZOO1005: ")]
    public async Task A_defect_is_one_error_at_its_place(string file, string old, string edited, string expected)
    {
        _copy.Edit(file, old, edited);

        var error = Assert.Single(await _copy.BuildErrorsAsync());

        Assert.Matches(expected, error);
    }

    [Fact]
    public async Task A_contract_file_above_99_5_whose_class_does_not_say_whether_windows_count_is_one_error_in_the_file()
    {
        _copy.Edit("BigGov.cs", "[Sla(PatchWindows = WindowAccounting.Excluded, Clause = \"Amendment 1\")]", "");

        var error = Assert.Single(await _copy.BuildErrorsAsync());

        Assert.StartsWith("contracts/biggov.contract.yaml(3,17): error ZOO1008: ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_made_from_the_template_builds_and_previews()
    {
        var hive = Path.Combine(Path.GetDirectoryName(_copy.Folder)!, "hive");
        await DotnetAsync("new", "install", Path.Combine(Repository.Root, "templates", "zoo-client"), "--debug:custom-hive", hive);
        await DotnetAsync("new", "zoo-client", "--name", "Contoso", "--id", "contoso_ltd", "--debug:custom-hive", hive);
        foreach (var file in new[] { "Contoso.cs", "contracts/contoso_ltd.contract.yaml", "Pulumi.contoso_ltd.yaml" })
        {
            Assert.True(File.Exists(Path.Combine(_copy.Folder, file)), file);
        }

        Assert.Empty(await _copy.BuildErrorsAsync());

        var zoo = Path.Combine(_copy.Folder, "bin", Repository.Configuration, "net10.0", "zoo.dll");
        var output = await DotnetAsync(zoo, "preview", "-s", "contoso_ltd", "--state", Path.Combine(_copy.Folder, "state"));
        Assert.Contains("zoo:dns:Zone", output, StringComparison.Ordinal);
        Assert.Contains("to create", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_made_by_request_builds()
    {
        const string contract = """
            client: Contoso "Ltd" <Europe>
            sla:
              availability: 99.5
              response: 30m
            billing_model: tiered
            signals:
              - promise: availability
                source: probe of www.contoso.example
                interval: 30s
                no_data: down
              - promise: response
                source: first reply in the ticket desk
                unit: seconds
            meters:
              - name: seats
                source: accounts in the directory
            """;
        var proposal = ContractProposal.Judge("contoso_ltd", contract, [], new(2026, 11, 23), "ops");
        Assert.True(proposal.IsAcceptable, string.Join('\n', proposal.Findings));
        foreach (var file in NewClient.Files(proposal.Contract!, contract, "Stacks", ClientPlaces.Of("contoso_ltd", "", "")))
        {
            await File.WriteAllTextAsync(Path.Combine(_copy.Folder, file.Path), file.Content);
        }

        Assert.Empty(await _copy.BuildErrorsAsync());
    }

    [Theory]
    [InlineData("builtin", "ZooInfra.Pulumi.csproj", "\"Pulumi\"")]
    [InlineData("nuget", "\"Pulumi\"", "ZooInfra.Pulumi.csproj")]
    public async Task The_switch_links_one_implementation_of_the_Pulumi_model(string sdk, string linked, string notLinked)
    {
        var items = await DotnetAsync("msbuild", Path.Combine(Repository.Root, "src", "ZooInfra", "ZooInfra.csproj"), $"-p:PulumiSdk={sdk}", "-getItem:ProjectReference", "-getItem:PackageReference");
        Assert.Contains(linked, items, StringComparison.Ordinal);
        Assert.DoesNotContain(notLinked, items, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_switch_that_names_neither_is_refused()
    {
        var (code, output) = await Tool.RunAsync(_copy.Folder, "dotnet", "msbuild", Path.Combine(Repository.Root, "src", "ZooInfra", "ZooInfra.csproj"), "-p:PulumiSdk=nugett", "-t:ZooCheckPulumiSdk", "-nodeReuse:false");
        Assert.NotEqual(0, code);
        Assert.Contains("PulumiSdk is 'nugett'; it must be 'builtin'", output, StringComparison.Ordinal);
    }

    private async Task<string> DotnetAsync(params string[] arguments)
    {
        var (code, output) = await Tool.RunAsync(_copy.Folder, "dotnet", arguments);
        Assert.True(code == 0, output);
        return output;
    }
}
