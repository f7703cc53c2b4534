using System.Globalization;
using Pulumi;
using ZooInfra.Cli;
using ZooInfra.Contracts;

namespace ZooInfra.Engine.Bench;

/// <summary>
/// A client whose stack has as many <c>Stash</c>, which are built in and do nothing but be in the state: what <c>terraform_data</c> is to terraform.
/// </summary>
internal sealed class StashStack : TenantStack
{
    private static int _size;

    public StashStack()
    {
        for (var i = 0; i < _size; i++)
        {
            _ = new Stash(string.Create(CultureInfo.InvariantCulture, $"r{i}"), new StashArgs { Input = $"value {i}" });
        }
    }

    /// <summary>Makes a folder a project.</summary>
    public static void MakeProject(string folder) => File.WriteAllText(Path.Combine(folder, "Pulumi.yaml"), "name: bench\nruntime: dotnet\n");

    /// <summary>Runs one command of <c>zoo</c> in the project of the working directory.</summary>
    public static Task<int> ZooAsync(string verb, int size)
    {
        _size = size;
        var contract = new TenantContract("bench", "Bench", null, null, default, default, default);
        return ZooCommandLine.RunAsync([verb, "-s", "bench", .. verb == "preview" ? Array.Empty<string>() : ["--yes"]], new Platform(new Client(contract, static () => Deployment.RunAsync<StashStack>(), [])));
    }
}
