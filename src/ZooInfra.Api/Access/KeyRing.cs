using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using ZooInfra.Api.Storage;

namespace ZooInfra.Api.Access;

/// <summary>
/// The keys in memory, as a running host looks them up. At most once a second the request that comes by asks the database whether another
/// connection has written to it (<c>PRAGMA data_version</c>), so that a key that was revoked elsewhere ends within a second, and no thread waits for that.
/// </summary>
internal sealed class KeyRing : IDisposable
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(1);
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _version;
    private readonly TimeProvider _time;
    private readonly Lock _refreshing = new();
    private long _checked;
    private long _dataVersion;
    private Entries _entries = new([]);

    private KeyRing(SqliteConnection connection, TimeProvider time)
    {
        (_connection, _time) = (connection, time);
        _version = connection.CreateCommand();
        _version.CommandText = "PRAGMA data_version;";
    }

    /// <summary>Reads all keys.</summary>
    public static async Task<KeyRing> OpenAsync(ApiDatabase database, TimeProvider time, CancellationToken cancellationToken)
    {
        var ring = new KeyRing(await database.ConnectAsync(cancellationToken), time);
        try
        {
            ring.Read();
            return ring;
        }
        catch
        {
            ring.Dispose();
            throw;
        }
    }

    /// <summary>Whether any key opens anything now.</summary>
    public bool HasLiveKey => _entries.All.Values.Any(entry => entry.Key.IsLive(_time.GetUtcNow()));

    /// <summary>Who asks with this token; the reason for the audit when it opens nothing.</summary>
    /// <exception cref="SqliteException">The keys cannot be read, so nobody can be let in by one.</exception>
    public (Caller? Caller, Allowance? Allowance, string? Reason) Find(ReadOnlySpan<char> token)
    {
        if (_time.GetElapsedTime(Volatile.Read(ref _checked)) >= Freshness)
        {
            Refresh();
        }

        if (!KeyToken.HasForm(token) || !_entries.ById.TryGetValue(KeyToken.IdOf(token), out var entry) || !entry.Matches(token))
        {
            return (null, null, "unknown key");
        }

        return entry.Key switch
        {
            { Revoked: not null } key => (null, null, $"revoked key {key.Id}"),
            { Until: not null } key when !key.IsLive(_time.GetUtcNow()) => (null, null, $"expired key {key.Id}"),
            _ => (entry.Caller, entry.Allowance, null),
        };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _version.Dispose();
        _connection.Dispose();
    }

    private void Refresh()
    {
        lock (_refreshing)
        {
            if (_time.GetElapsedTime(_checked) >= Freshness)
            {
                Read();
            }
        }
    }

    private void Read()
    {
        var began = _time.GetTimestamp();
        var version = (long)_version.ExecuteScalar()!;
        if (version != _dataVersion || _dataVersion == 0)
        {
            var (before, all) = (_entries.All, new Dictionary<string, Entry>(StringComparer.Ordinal));
            foreach (var (key, hash) in ApiKeys.Read(_connection))
            {
                // An unchanged key keeps its entry, which has seen the whole token already.
                all[key.Id] = before.TryGetValue(key.Id, out var known) && known.Key.Revoked == key.Revoked && known.Hash.AsSpan().SequenceEqual(hash) ? known : new(key, hash);
            }

            Volatile.Write(ref _entries, new(all));
            _dataVersion = version;
        }

        Volatile.Write(ref _checked, began);
    }

    /// <summary>One reading of the table; readers see all of it or none.</summary>
    private sealed class Entries
    {
        public Entries(Dictionary<string, Entry> entries)
        {
            All = entries.ToFrozenDictionary(StringComparer.Ordinal);
            ById = All.GetAlternateLookup<ReadOnlySpan<char>>();
        }

        public FrozenDictionary<string, Entry> All { get; }

        public FrozenDictionary<string, Entry>.AlternateLookup<ReadOnlySpan<char>> ById { get; }
    }

    private sealed class Entry(ApiKey key, byte[] hash)
    {
        private string? _token;

        public ApiKey Key { get; } = key;

        public Caller Caller { get; } = key.Caller();

        public Allowance Allowance { get; } = new();

        public byte[] Hash { get; } = hash;

        /// <summary>Compares in constant time: by hash until the right token was seen once, then with that token, which is several times faster.</summary>
        public bool Matches(ReadOnlySpan<char> token)
        {
            if (_token is { } known)
            {
                return AreSame(known, token);
            }

            if (!CryptographicOperations.FixedTimeEquals(KeyToken.Hash(token), Hash))
            {
                return false;
            }

            _token = token.ToString();
            return true;
        }

        /// <summary>
        /// Looks at everything whatever it finds, as <see cref="CryptographicOperations.FixedTimeEquals"/> does, four characters at a time: that one is
        /// kept from being optimized and would cost more than all else that is done to know a caller.
        /// </summary>
        [MethodImpl(MethodImplOptions.NoInlining)]
        private static bool AreSame(ReadOnlySpan<char> known, ReadOnlySpan<char> token)
        {
            // Both have the form of a key, so they are of one length.
            var left = MemoryMarshal.Cast<char, ulong>(known);
            var right = MemoryMarshal.Cast<char, ulong>(token);
            var difference = 0UL;
            for (var i = 0; i < left.Length; i++)
            {
                difference |= left[i] ^ right[i];
            }

            for (var i = left.Length * (sizeof(ulong) / sizeof(char)); i < known.Length; i++)
            {
                difference |= (uint)(known[i] ^ token[i]);
            }

            return difference == 0;
        }
    }
}
