using System.Collections.Frozen;
using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using ZooInfra.Api;
using ZooInfra.Api.Access;
using ZooInfra.Api.Storage;
using ZooInfra.Api.Vpn;
using ZooInfra.Cli.Serving;
using ZooInfra.Cli.Workspace;
using ZooInfra.Protocol.Providers;
using ZooInfra.Vpn.TestHost;

namespace ZooInfra.Cli.Tests.Serving;

/// <summary>A project of its own whose VPN takes requests, with everything that is kept of it.</summary>
internal sealed partial class VpnSite : IDisposable
{
    public const string Passphrase = "correct horse";

    private static readonly string HostProgram = Path.Combine(AppContext.BaseDirectory, "ZooInfra.Vpn.TestHost.dll");

    private readonly Dictionary<string, string> _keys = new(StringComparer.Ordinal);

    public VpnSite() => File.WriteAllText(Path.Combine(Folder, "Pulumi.yaml"), "name: shop\nruntime: dotnet\n");

    public string Folder { get; } = Directory.CreateTempSubdirectory("zoo-vpn-").FullName;

    public string HubFile => Path.Combine(Folder, ".zoo", "out", "acme_corp", "vpn", "staff.conf");

    public string RequestFile => Path.Combine(Folder, ".zoo", "requests", "acme_corp.vpn.json");

    public string StateFile => Path.Combine(Folder, ".zoo", "state", ".pulumi", "stacks", "shop", "acme_corp.json");

    public string Database => Path.Combine(Folder, ".zoo", "api.db");

    /// <summary>Runs zoo in a process of its own, since the passphrase is of the environment.</summary>
    public async Task<string> ZooAsync(int expected, params string[] args)
    {
        var (code, output) = await Tool.RunAsync(Folder, "env", [$"PULUMI_CONFIG_PASSPHRASE={Passphrase}", "dotnet", HostProgram, .. args]);
        Assert.True(code == expected, $"zoo {string.Join(' ', args)} ended with {code}\n{output}");
        return output;
    }

    /// <summary>A host in a process of its own, which can be killed.</summary>
    public async Task<HostProcess> StartHostAsync() => await HostProcess.StartAsync(HostStart(), await KeyAsync(Database));

    /// <summary>How a host is started in a process of its own.</summary>
    public ProcessStartInfo HostStart()
    {
        var start = new ProcessStartInfo("dotnet", [HostProgram, "host", Folder]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PULUMI_CONFIG_PASSPHRASE"] = Passphrase;
        return start;
    }

    /// <summary>A host in this process.</summary>
    public async Task<ServedHost> ServeAsync(TimeProvider? time = null, Func<IResourceProvider>? provider = null, string? database = null)
    {
        var file = ProjectFile.Find(Folder);
        var hosting = new VpnHosting
        {
            Apply = new EngineApply(TestPlatform.Platform, new(file, Path.Combine(Folder, ".zoo", "state")) { Passphrase = () => Passphrase, Provider = provider }),
            Database = database ?? Database,
            Time = time ?? TimeProvider.System,
            Wait = TimeSpan.FromMinutes(1),
            Poll = TimeSpan.FromMilliseconds(50),
            SweepEvery = TimeSpan.FromMilliseconds(100),
            PerMinute = int.MaxValue,
        };
        var token = await KeyAsync(hosting.Database);
        return new(await ContractHost.StartAsync(TestPlatform.Platform, new() { Urls = ["http://127.0.0.1:0"], Rate = "1000000/s", Database = hosting.Database, Vpn = hosting }, CancellationToken.None), token);
    }

    /// <summary>The key of somebody who may do everything: the same one for all hosts on a database, since what was asked with it belongs to it.</summary>
    private async Task<string> KeyAsync(string database)
    {
        if (!_keys.TryGetValue(database, out var token))
        {
            var keys = new ApiKeys(await ApiDatabase.OpenAsync(database, Migrations.All, CancellationToken.None), TimeProvider.System);
            _keys[database] = token = (await keys.AddAsync("operator", new[] { Scope.ReadAll, Scope.ManageVpn }.ToFrozenSet(), null, null, CancellationToken.None)).Token;
        }

        return token;
    }

    /// <summary>The networks that the hub's file gives to keys, one entry a network.</summary>
    public IReadOnlyList<string> HubAddresses() => [.. AllowedLine().Matches(File.ReadAllText(HubFile)).SelectMany(match => match.Groups[1].Value.Split(", "))];

    /// <summary>The public keys in the hub's file.</summary>
    public IReadOnlyList<string> HubKeys() => [.. PublicKeyLine().Matches(File.ReadAllText(HubFile)).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal)];

    /// <summary>The peers that programs are told of.</summary>
    public IReadOnlyList<string> RequestedPeers()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(RequestFile));
        return [.. json.RootElement.GetProperty("peers").EnumerateArray().Select(peer => peer.GetProperty("name").GetString()!).Order(StringComparer.Ordinal)];
    }

    /// <summary>The peers in the state by name, each with its public key.</summary>
    public IReadOnlyList<(string Name, string Key)> StatePeers()
        => [.. Outputs().Select(outputs => (outputs.GetProperty("name").GetString()!, outputs.GetProperty("publicKey").GetString()!)).Order()];

    /// <summary>The keys that the hub should accept, as the state says.</summary>
    public IReadOnlyList<string> StateKeys()
        => [.. Outputs().SelectMany(outputs => new[] { "publicKey", "previousPublicKey" }.Where(name => outputs.TryGetProperty(name, out _)).Select(name => outputs.GetProperty(name).GetString()!)).Order(StringComparer.Ordinal)];

    /// <summary>How many calls of the provider the state does not know the end of.</summary>
    public int CutOff()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(StateFile));
        return json.RootElement.GetProperty("checkpoint").GetProperty("latest").TryGetProperty("pending_operations", out var pending) && pending.ValueKind == JsonValueKind.Array ? pending.GetArrayLength() : 0;
    }

    private List<JsonElement> Outputs()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(StateFile));
        return [.. json.RootElement.GetProperty("checkpoint").GetProperty("latest").GetProperty("resources").EnumerateArray()
            .Where(resource => resource.GetProperty("type").GetString() == "zoo:vpn:Peer")
            .Select(resource => resource.GetProperty("outputs").Clone())];
    }

    /// <summary>Whether a text stands in any file of the project, the database included.</summary>
    public bool Holds(string text)
    {
        var wanted = System.Text.Encoding.UTF8.GetBytes(text);
        return Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Any(path => Bytes(path).AsSpan().IndexOf(wanted) >= 0);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }

    private static byte[] Bytes(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    [GeneratedRegex(@"^AllowedIPs = (.+)$", RegexOptions.Multiline)]
    private static partial Regex AllowedLine();

    [GeneratedRegex(@"^PublicKey = (\S+)$", RegexOptions.Multiline)]
    private static partial Regex PublicKeyLine();
}
