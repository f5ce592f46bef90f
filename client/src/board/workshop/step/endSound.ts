/** Two soft notes, a fifth apart, for the end of a countdown; silent where the browser allows no sound. */
export function playEndSound(): void {
  const audio = new AudioContext();
  [523.25, 783.99].forEach((frequencyHz, index) => {
    const startsAt = audio.currentTime + index * 0.22;
    const oscillator = audio.createOscillator();
    const gain = audio.createGain();
    oscillator.frequency.value = frequencyHz;
    gain.gain.setValueAtTime(0, startsAt);
    gain.gain.linearRampToValueAtTime(0.18, startsAt + 0.02);
    gain.gain.exponentialRampToValueAtTime(0.001, startsAt + 0.9);
    oscillator.connect(gain).connect(audio.destination);
    oscillator.start(startsAt);
    oscillator.stop(startsAt + 1);
    if (index === 1) oscillator.addEventListener('ended', () => void audio.close());
  });
}
