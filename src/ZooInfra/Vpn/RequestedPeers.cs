using Pulumi;

namespace ZooInfra.Vpn;

/// <summary>Adds the peers that were requested over the API to those that stand in code, under whatever engine the program runs.</summary>
internal static class RequestedPeers
{
    /// <summary>The arguments with the requested peers among <see cref="VpnServiceArgs.Peers"/>.</summary>
    /// <exception cref="RunException">They cannot be read, or the VPN takes no requests although there are some; the message says what to do.</exception>
    public static VpnServiceArgs JoinTo(string service, VpnServiceArgs args)
    {
        if (args.Requests is { } limits && (limits.MaxPeers < 1 || limits.LongestDays is < 1 or > 365))
        {
            throw new RunException($"The VPN '{service}' takes requests within limits that are none: MaxPeers is 1 or more, LongestDays 1 to 365.");
        }

        var requested = Of(service);
        if (requested.Count == 0)
        {
            return args;
        }

        return args.Requests is not null
            ? args.With(requested.Select(peer => peer.ToPeer()))
            : throw new RunException(
                $"{Count(requested.Count)} requested for the VPN '{service}' over the API, and it takes no requests. Revoke {(requested.Count == 1 ? "it" : "them")} over the API before you take 'Requests' out of the code, or put it back.");
    }

    private static List<RequestedPeer> Of(string service)
    {
        var stack = Deployment.Instance.StackName;
        var folder = new Config("zoo").Get(RequestFile.ConfigKey) ?? RequestFile.DefaultFolder;
        try
        {
            return [.. RequestFile.Read(RequestFile.PathOf(Path.GetFullPath(folder, Root()), stack), stack).Where(peer => peer.Service == service)];
        }
        catch (FormatException e)
        {
            throw new RunException(e.Message, e);
        }
    }

    /// <summary>An engine that does not say where the project is runs the program there.</summary>
    private static string Root()
    {
        try
        {
            return Deployment.Instance.RootDirectory;
        }
        catch (InvalidOperationException)
        {
            return Directory.GetCurrentDirectory();
        }
    }

    private static string Count(int number) => number == 1 ? "A peer was" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{number} peers were");
}
