using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using ZooInfra.Protocol;
using ZooInfra.Provider;

namespace ZooInfra.Lab.Tests.Dns;

/// <summary>A real DNS server on a loopback port, with a folder of its own, both gone with the fixture.</summary>
public abstract class DnsLabServer : IAsyncLifetime
{
    public const string Secret = "MTIzNDU2Nzg5MGFiY2RlZjEyMzQ1Njc4OTBhYmNkZWY=";
    public const string OtherSecret = "YWJjZGVmMTIzNDU2Nzg5MGFiY2RlZjEyMzQ1Njc4OTA=";

    private readonly StringBuilder _log = new();
    private Process? _process;

    public string Folder { get; } = Directory.CreateTempSubdirectory("zoo-lab-dns-").FullName;

    public int Port { get; private set; }

    public string Address => $"127.0.0.1:{DnsTools.Text(Port)}";

    /// <summary>A zone file that the server starts with in place of its own; null for none.</summary>
    public (string File, string Zone)? Given { get; init; }

    protected abstract string Program { get; }

    protected abstract string Config { get; }

    protected abstract string[] Arguments(string config);

    /// <summary>Zones that the server has: each starts with SOA, NS and the address of its name server.</summary>
    protected IReadOnlyList<string> Zones { get; } = ["acme.example", "many.example", "random.example", "loaded.example"];

    public async Task InitializeAsync()
    {
        if (DnsTools.Find(Program) is null)
        {
            return;
        }

        foreach (var zone in Zones)
        {
            await File.WriteAllTextAsync(Path.Combine(Folder, $"{zone}.zone"), StartOf(zone));
        }

        if (Given is { } given)
        {
            File.Copy(given.File, Path.Combine(Folder, $"{given.Zone}.zone"), overwrite: true);
        }

        Directory.CreateDirectory(Path.Combine(Folder, "db"));
        Port = DnsTools.FreePort();
        var config = Path.Combine(Folder, "server.conf");
        await File.WriteAllTextAsync(config, Config);
        _process = Process.Start(new ProcessStartInfo(DnsTools.Find(Program)!, Arguments(config)) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        _process.OutputDataReceived += Log;
        _process.ErrorDataReceived += Log;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await ReadyAsync();
    }

    public async Task DisposeAsync()
    {
        if (_process is { } process)
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }

            await process.WaitForExitAsync();
            process.Dispose();
        }

        Directory.Delete(Folder, recursive: true);
    }

    public static string StartOf(string zone)
        => $"$ORIGIN {zone}.\n$TTL 3600\n@ IN SOA ns1.{zone}. hostmaster.{zone}. 1 3600 600 86400 300\n@ IN NS ns1.{zone}.\nns1 IN A 192.0.2.53\n";

    /// <summary>A provider that is told of this server.</summary>
    public async Task<ZooProvider> ProviderAsync(string? address = null, string keyName = "zoo", string secret = Secret, string? views = null)
    {
        var provider = new ZooProvider(Folder);
        var config = PropertyMap.Empty
            .With("dnsBackend", PropertyValue.Of("rfc2136"))
            .With("dnsServer", PropertyValue.Of(address ?? Address))
            .With("dnsKeyName", PropertyValue.Of(keyName))
            .With("dnsKeySecret", PropertyValue.Secret(PropertyValue.Of(secret)))
            .With("dnsTimeout", PropertyValue.Of(20));
        config = views is null ? config : config.With("dnsViews", PropertyValue.Of(views));
        Assert.Empty((await provider.CheckConfigAsync(config, default)).Failures);
        await provider.ConfigureAsync(config, default);
        return provider;
    }

    /// <summary>Changes a zone as a colleague would.</summary>
    public Task NsupdateAsync(string commands)
        => DnsTools.RunAsync("nsupdate", ["-v", "-y", $"hmac-sha256:zoo:{Secret}"], $"server 127.0.0.1 {DnsTools.Text(Port)}\n{commands}\nsend\n");

    /// <summary>What the server answers, one line a record.</summary>
    public async Task<string[]> DigAsync(string name, string type, string keyName = "zoo", string secret = Secret)
        => (await DnsTools.RunAsync("dig", ["+tcp", "+short", "@127.0.0.1", "-p", DnsTools.Text(Port), "-y", $"hmac-sha256:{keyName}:{secret}", name, type]))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal).ToArray();

    // It runs once a TCP connection is taken.
    private async Task ReadyAsync()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        var started = Stopwatch.GetTimestamp();
        while (await timer.WaitForNextTickAsync())
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync("127.0.0.1", Port);
                if ((await DigAsync("acme.example", "SOA")).Length == 1)
                {
                    return;
                }
            }
            catch (SocketException)
            {
            }

            if (_process!.HasExited || Stopwatch.GetElapsedTime(started) > TimeSpan.FromSeconds(30))
            {
                throw new InvalidOperationException($"{Program} did not start:\n{_log}");
            }
        }
    }

    private void Log(object sender, DataReceivedEventArgs line)
    {
        lock (_log)
        {
            _log.AppendLine(line.Data);
        }
    }
}
