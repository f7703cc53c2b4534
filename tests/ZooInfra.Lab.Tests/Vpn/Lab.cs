using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;

namespace ZooInfra.Lab.Tests.Vpn;

/// <summary>
/// A hub and some sites, each a network namespace with a cable to the hub. Names are random, so that runs can overlap; what was made is removed, with
/// the processes in it, also on failure.
/// </summary>
public sealed class Lab : IAsyncLifetime
{
    /// <summary>Where sites call the hub.</summary>
    public const string HubHost = "203.0.113.1";

    private readonly string _id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
    private readonly List<string> _namespaces = [];
    private readonly ConcurrentQueue<string> _folders = [];
    private int _sites;

    /// <summary>The namespace of the hub.</summary>
    public string Hub => $"zoovpn-{_id}-hub";

    /// <summary>A name of an interface that nobody else has; user-space interfaces of all namespaces share one folder of sockets.</summary>
    public string Interface(string suffix) => $"z{_id}{suffix}";

    public async Task InitializeAsync()
    {
        await AddNamespaceAsync(Hub);
        await Shell.RunAsync("ip", "-n", Hub, "address", "add", $"{HubHost}/32", "dev", "lo");
    }

    /// <summary>Adds a site with a cable to the hub; answers its namespace.</summary>
    public async Task<string> AddSiteAsync()
    {
        var number = ++_sites;
        var site = string.Create(CultureInfo.InvariantCulture, $"zoovpn-{_id}-{number}");
        await AddNamespaceAsync(site);
        var (near, far) = ($"h{_id}{number}", $"s{_id}{number}");
        await Shell.RunAsync("ip", "link", "add", near, "netns", Hub, "type", "veth", "peer", "name", far, "netns", site);
        await Shell.RunAsync("ip", "-n", Hub, "address", "add", $"198.51.100.{(number * 4) + 1}/30", "dev", near);
        await Shell.RunAsync("ip", "-n", Hub, "link", "set", near, "up");
        await Shell.RunAsync("ip", "-n", site, "address", "add", $"198.51.100.{(number * 4) + 2}/30", "dev", far);
        await Shell.RunAsync("ip", "-n", site, "link", "set", far, "up");
        await Shell.RunAsync("ip", "-n", site, "route", "add", HubHost, "via", $"198.51.100.{(number * 4) + 1}");
        return site;
    }

    /// <summary>Loads a configuration as a client does, with wg-quick.</summary>
    public async Task<string> ConnectAsync(string site, string name, string configuration)
    {
        var file = Path.Combine(Folder(), $"{name}.conf");
        await File.WriteAllTextAsync(file, configuration);
        await Shell.RunAsync("ip", "netns", "exec", site, "wg-quick", "up", file);
        return file;
    }

    /// <summary>Whether a ping is answered, tried again until it is or <paramref name="tries"/> have gone; each waits a second at most.</summary>
    public static async Task<bool> PingsAsync(string from, string address, int tries = 10)
    {
        for (var i = 0; i < tries; i++)
        {
            if ((await Shell.TryAsync("ip", ["netns", "exec", from, "ping", "-n", "-q", "-c", "1", "-W", "1", address])).ExitCode == 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Runs wg in a namespace.</summary>
    public static Task<string> WgAsync(string space, params string[] arguments) => Shell.RunAsync("ip", ["netns", "exec", space, "wg", .. arguments]);

    /// <summary>The folders that were made.</summary>
    internal IEnumerable<string> Folders => _folders;

    /// <summary>A folder that goes with the lab.</summary>
    public string Folder()
    {
        var folder = Directory.CreateTempSubdirectory("zoo-lab-vpn-").FullName;
        _folders.Enqueue(folder);
        return folder;
    }

    public async Task DisposeAsync()
    {
        foreach (var space in Enumerable.Reverse(_namespaces))
        {
            // Only processes that the lab started are in a namespace that it made.
            foreach (var pid in (await Shell.TryAsync("ip", ["netns", "pids", space])).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                await Shell.TryAsync("kill", ["-TERM", pid]);
            }

            await Shell.TryAsync("ip", ["netns", "delete", space]);
        }

        foreach (var folder in _folders)
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task AddNamespaceAsync(string name)
    {
        await Shell.RunAsync("ip", "netns", "add", name);
        _namespaces.Add(name);
        await Shell.RunAsync("ip", "-n", name, "link", "set", "lo", "up");
    }
}
