namespace ZooInfra.Cli.Tests;

/// <summary>The package of analyzers, fixes and generator, as a platform outside this repository takes it.</summary>
public sealed class PackageTests : IDisposable
{
    private readonly string _folder = Path.Combine(Repository.Root, ".test", Guid.NewGuid().ToString("N"));
    private readonly string _version = $"0.1.0-test-{Guid.NewGuid():N}";

    public PackageTests() => Directory.CreateDirectory(_folder);

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var unpacked = Path.Combine(cache, "zooinfra.build", _version);
        if (Directory.Exists(unpacked))
        {
            Directory.Delete(unpacked, recursive: true);
        }
    }

    [Fact]
    public async Task A_platform_that_takes_the_package_gets_rules_generator_and_build_date()
    {
        var feed = Path.Combine(_folder, "feed");
        await DotnetAsync(
            "pack", Path.Combine(Repository.Root, "analyzers", "ZooInfra.Build", "ZooInfra.Build.csproj"), "-c", Repository.Configuration, "-o", feed,
            $"-p:PackageVersion={_version}", "--no-build", "-nodeReuse:false");

        var project = Path.Combine(_folder, "platform");
        Directory.CreateDirectory(Path.Combine(project, "contracts"));
        await File.WriteAllTextAsync(Path.Combine(project, "Platform.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <ManagePackageVersionsCentrally>false</ManagePackageVersionsCentrally>
                <NoWarn>$(NoWarn);CS1591</NoWarn>
                <RestoreAdditionalProjectSources>{feed}</RestoreAdditionalProjectSources>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="ZooInfra.Build" Version="{_version}" PrivateAssets="all" />
                <ProjectReference Include="{Path.Combine(Repository.Root, "src", "ZooInfra", "ZooInfra.csproj")}" />
              </ItemGroup>
            </Project>
            """);
        await File.WriteAllTextAsync(Path.Combine(project, "Contoso.cs"), """
            using ZooInfra;

            namespace Platform;

            [Tenant("contoso")]
            public sealed partial class Contoso : TenantStack
            {
                public static string Promise => Contract.Sla + " of " + ZooClients.All.Count;
            }
            """);
        var contract = Path.Combine(project, "contracts", "contoso.contract.yaml");
        await File.WriteAllTextAsync(contract, """
            client: Contoso
            sla:
              availability: 99.9
              patch_windows: excluded
            signals:
              - promise: availability
                source: probe
                no_data: down
            waivers:
              - rule: ZOO1001
                reason: Old
                approved_by: Ana
                clause: 9
                compensating: Watched
                until: 2020-01-01
            """);

        var (code, output) = await BuildAsync(project);
        Assert.NotEqual(0, code);
        Assert.Contains("contoso.contract.yaml(15,12): error ZOO3001: The waiver of ZOO1001 ended on 2020-01-01 and the build is of ", output, StringComparison.Ordinal);

        (code, output) = await BuildAsync(project, "-p:ZooBuildDate=2019-12-20");
        Assert.DoesNotContain("ZOO3001", output, StringComparison.Ordinal);
        Assert.Contains("ZOO3002: Contoso keeps ZOO1001", output, StringComparison.Ordinal);

        await File.WriteAllTextAsync(contract, (await File.ReadAllTextAsync(contract)).Split("waivers:")[0]);
        (code, output) = await BuildAsync(project);
        Assert.True(code == 0, output);
    }

    private static Task<(int Code, string Output)> BuildAsync(string project, params string[] properties)
        => Tool.RunAsync(project, "dotnet", ["build", "-c", Repository.Configuration, "-p:UseSharedCompilation=false", "-p:BuildProjectReferences=false", "-nodeReuse:false", .. properties]);

    private async Task DotnetAsync(params string[] arguments)
    {
        var (code, output) = await Tool.RunAsync(_folder, "dotnet", arguments);
        Assert.True(code == 0, output);
    }
}
