using System.Security.Cryptography;

namespace ZooInfra.Api;

/// <summary>
/// Something that was read from files, and is read again when they have changed: looked at when it is asked for, every five seconds at most, by one of those
/// who ask while the others go on. Their content counts and not their times, which links into a mounted folder of secrets keep. When the new content cannot
/// be used, the operator is told once, and what was read before stays.
/// </summary>
internal sealed class Reloaded<T>
    where T : class
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);
    private readonly string[] _files;
    private readonly Func<T> _read;
    private readonly TimeProvider _time;
    private readonly TextWriter? _output;
    private readonly Lock _looking = new();
    private volatile T _value;
    private byte[] _seen;
    private long _looked;

    /// <summary>Reads it for the first time; what <paramref name="read"/> throws then is thrown here.</summary>
    /// <param name="files">The files that it is read from; none stands there twice.</param>
    /// <param name="read">Reads it.</param>
    /// <param name="time">The clock.</param>
    /// <param name="output">Where the operator is told; null for nowhere.</param>
    public Reloaded(IEnumerable<string> files, Func<T> read, TimeProvider time, TextWriter? output)
    {
        (_files, _read, _time, _output) = ([.. files], read, time, output);

        // What is written between the two is read again the next time.
        (_looked, _seen, _value) = (time.GetTimestamp(), Digest(), read());
    }

    /// <summary>What was read last and could be used.</summary>
    public T Value
    {
        get
        {
            if (_time.GetElapsedTime(Volatile.Read(ref _looked)) >= Freshness && _looking.TryEnter())
            {
                try
                {
                    Look();
                }
                finally
                {
                    _looking.Exit();
                }
            }

            return _value;
        }
    }

    private void Look()
    {
        Volatile.Write(ref _looked, _time.GetTimestamp());
        var seen = Digest();
        if (seen.AsSpan().SequenceEqual(_seen))
        {
            return;
        }

        _seen = seen;
        try
        {
            _value = _read();
            _output?.WriteLine($"{string.Join(" and ", _files)} changed and was read again.");
        }
        catch (Exception e)
        {
            // Whatever is wrong with the new content, it is no reason to drop what works.
            _output?.WriteLine($"{string.Join(" and ", _files)} changed and cannot be used, so what was read before stays: {e.Message}");
        }
    }

    private byte[] Digest()
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in _files)
        {
            try
            {
                digest.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                digest.AppendData("unreadable"u8);
            }
        }

        return digest.GetHashAndReset();
    }
}
