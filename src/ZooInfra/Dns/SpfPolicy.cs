using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Pulumi;

namespace ZooInfra.Dns;

/// <summary>Who may send mail for a domain (RFC 7208). Everybody else is refused unless <see cref="Others"/> says otherwise.</summary>
public sealed record SpfPolicy
{
    /// <summary>The most terms that make a receiver ask the DNS, those of includes counted (RFC 7208, section 4.6.4).</summary>
    public const int MostLookups = 10;

    /// <summary>Whether the domain's mail exchangers may send; one lookup.</summary>
    public bool Mx { get; init; }

    /// <summary>Whether the domain's own addresses may send; one lookup.</summary>
    public bool A { get; init; }

    /// <summary>Hosts whose addresses may send, in full; one lookup each.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Networks and addresses that may send, such as <c>192.0.2.0/24</c> and <c>2001:db8::25</c>; no lookup.</summary>
    public IReadOnlyList<string> Networks { get; init; } = [];

    /// <summary>Policies of others that hold here, too; one lookup each and those of their own.</summary>
    public IReadOnlyList<SpfInclude> Includes { get; init; } = [];

    /// <summary>What is said of everybody else.</summary>
    public SpfOthers Others { get; init; } = SpfOthers.Fail;

    /// <summary>How many lookups the policy needs.</summary>
    public int Lookups => (Mx ? 1 : 0) + (A ? 1 : 0) + Hosts.Count + Includes.Sum(include => 1 + include.NestedLookups);

    /// <summary>The text of the record.</summary>
    /// <exception cref="RunException">A part is wrong, or too many lookups are needed.</exception>
    public string ToText()
    {
        if (Lookups > MostLookups)
        {
            var nested = Includes.Sum(include => include.NestedLookups);
            throw new RunException(string.Create(CultureInfo.InvariantCulture,
                $"The SPF policy needs {Lookups} lookups ({nested} of them inside includes); receivers stop with an error after {MostLookups} (RFC 7208, section 4.6.4). Name networks instead of hosts, or drop an include."));
        }

        var text = new StringBuilder("v=spf1");
        text.Append(Mx ? " mx" : "").Append(A ? " a" : "");
        foreach (var network in Networks)
        {
            text.Append(' ').Append(Network(network));
        }

        foreach (var host in Hosts)
        {
            text.Append(" a:").Append(Domain(host));
        }

        foreach (var include in Includes)
        {
            text.Append(" include:").Append(Domain(include.Domain));
        }

        return text.Append(Others switch { SpfOthers.SoftFail => " ~all", SpfOthers.Neutral => " ?all", _ => " -all" }).ToString();
    }

    private static string Network(string text)
    {
        if (IPAddress.TryParse(text, out var address))
        {
            return $"{Family(address)}:{address}";
        }

        return IPNetwork.TryParse(text, out var network) && IPAddress.Parse(text.Split('/')[0]).Equals(network.BaseAddress)
            ? $"{Family(network.BaseAddress)}:{network}"
            : throw new RunException($"The SPF policy names the network '{text}', which is neither an address nor a network whose host bits are zero, such as 192.0.2.0/24.");
    }

    private static string Family(IPAddress address) => address.AddressFamily == AddressFamily.InterNetwork ? "ip4" : "ip6";

    private static string Domain(string text)
        => text.Contains('.') && text.Length <= 253 && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '-' or '_')
            ? text.TrimEnd('.').ToLowerInvariant()
            : throw new RunException($"The SPF policy names '{text}', which is no domain in full, such as spf.mail.example.");
}

/// <summary>The policy of another domain inside an <see cref="SpfPolicy"/>.</summary>
/// <param name="Domain">The domain, in full.</param>
/// <param name="NestedLookups">How many lookups its own policy needs, as its operator states them.</param>
public sealed record SpfInclude(string Domain, int NestedLookups = 0);

/// <summary>What an <see cref="SpfPolicy"/> says of senders that it does not name.</summary>
public enum SpfOthers
{
    /// <summary>They may not send.</summary>
    Fail,

    /// <summary>They probably may not send.</summary>
    SoftFail,

    /// <summary>Nothing is said.</summary>
    Neutral,
}
